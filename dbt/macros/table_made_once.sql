{# A table is made under its name: a build begins with an empty database, where nobody reads the one before meanwhile. #}
{% materialization table, adapter="duckdb" %}
    {% set made_before = load_cached_relation(this) %}
    {% set table = this.incorporate(type="table") %}
    {% if made_before is not none %}
        {% do adapter.drop_relation(made_before) %}
    {% endif %}
    {% call statement("main") %}
        {{ create_table_as(False, table, compiled_code) }}
        {{ comments_of_contract(table, model) }}
    {% endcall %}
    {% do adapter.commit() %}
    {{ return({"relations": [table]}) }}
{% endmaterialization %}
