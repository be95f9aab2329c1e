{# Comments on a table and its columns, sent at once: which columns there are its contract has assured. #}
{% macro duckdb__persist_docs(relation, model, for_relation, for_columns) %}
    {% if config.persist_relation_docs() %}
        {% call statement("comments") %}
            {{ alter_relation_comment(relation, model.description) }}
            {% for name, column in model.columns.items() %}
                comment on column {{ relation }}.{{ name }} is {{ duckdb_escape_comment(column.description) }};
            {% endfor %}
        {% endcall %}
    {% endif %}
{% endmacro %}
