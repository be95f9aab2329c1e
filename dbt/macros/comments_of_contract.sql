{# Comments on a table and its columns, sent with it: which columns there are its contract has assured. #}
{% macro comments_of_contract(relation, model) %}
    {% if config.persist_relation_docs() %}
        {{ alter_relation_comment(relation, model.description) }}
        {% for name, column in model.columns.items() %}
            comment on column {{ relation }}.{{ name }} is {{ duckdb_escape_comment(column.description) }};
        {% endfor %}
    {% endif %}
{% endmacro %}
