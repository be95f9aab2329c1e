{# The condition that two rows are of one document, year and phase. #}
{% macro same_period(left, right) -%}
    {{ left }}.document_id = {{ right }}.document_id
    and {{ left }}.fiscal_year is not distinct from {{ right }}.fiscal_year
    and {{ left }}.phase is not distinct from {{ right }}.phase
{%- endmacro %}
