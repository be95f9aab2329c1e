{#
    Rows with the keys of their organisation and of its department. The department is the one that the documents name
    for the organisation, before the one that the row itself bears.
#}
{% macro owned(rows) %}
select
    {{ all_but('rows', 'organisation, department') }},
    coalesce(organisations.known_as, rows.organisation) as organisation,
    organisations.organisation_id,
    organisations.department_id,
    coalesce(organisations.department, rows.department) as department
from {{ rows }} as rows
left join {{ ref('int_organisations_keyed') }} as organisations
    on rows.document_id = organisations.document_id and rows.organisation = organisations.organisation
{% endmacro %}

{% macro all_but(rows, column) -%}
    {{ adapter.dispatch('all_but', 'yusuan')(rows, column) }}
{%- endmacro %}

{# Spark leaves a column out by another word than DuckDB. #}
{% macro default__all_but(rows, column) -%}
    {{ rows }}.* except ({{ column }})
{%- endmacro %}

{% macro duckdb__all_but(rows, column) -%}
    {{ rows }}.* exclude ({{ column }})
{%- endmacro %}
