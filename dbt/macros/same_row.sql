{# The condition that two rows are of one table. #}
{% macro same_table(left, right) -%}
    {{ left }}.document_id = {{ right }}.document_id
    and {{ left }}.table_number = {{ right }}.table_number
{%- endmacro %}

{# … and of one row of it. #}
{% macro same_row(left, right) -%}
    {{ same_table(left, right) }}
    and {{ left }}.row_number = {{ right }}.row_number
{%- endmacro %}
