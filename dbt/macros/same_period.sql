{# The condition that two rows are of one document, year and phase. #}
{% macro same_period(left, right) -%}
    {{ left }}.document_id = {{ right }}.document_id
    and {{ left }}.fiscal_year is not distinct from {{ right }}.fiscal_year
    and {{ left }}.phase is not distinct from {{ right }}.phase
{%- endmacro %}

{# The numbers of the tables from which rows of a model come, as one text for each document, year and phase. #}
{% macro tables_by_period(rows, condition='true') -%}
    select document_id, fiscal_year, phase, {{ numbers_in_one('table_number') }} as tables
    from {{ ref(rows) }}
    where {{ condition }}
    group by document_id, fiscal_year, phase
{%- endmacro %}
