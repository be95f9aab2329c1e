{#
    One row per record of a three-public statement, year and phase: a printed row, or all rows of a statement that
    prints its measures one under the other. Rows and columns of change are no
    year's money, and what a column beside them counts (团组数, 保有量) is none at all.
#}
{% set place %}
    document_id, table_number, record, statement_kind, organisation_id, organisation, department_id, department,
    fiscal_year, phase, is_comparative
{% endset %}
with lines as (
    select lines.*, statements.family, {{ three_public_record('lines') }} as record
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where
        statements.family = 'three_public'
        and lines.row_role <> 'difference'
        and lines.measure in ('{{ three_public_measures() | join("', '") }}')
        and lines.horizon = 'year'
)

select
    lines.document_id,
    lines.table_number,
    min(lines.row_number) as row_number,
    min(lines.page) as page,
    min(lines.line) as line,
    lines.statement_kind,
    lines.organisation_id,
    lines.organisation,
    lines.department_id,
    lines.department,
    lines.fiscal_year,
    lines.phase,
    {% for name in three_public_measures() %}
    {{ money_of(name) }} as {{ name }}_cny,
    {% endfor %}
    {% for name in three_public_measures() %}
    {{ ledger_id_of(name) }} as {{ name }}_ledger_id,
    {{ operand_ids_of(name) }} as {{ name }}_operand_ids,
    {% endfor %}
    {{ worst_reading_status('lines') }} as reading_status,
    case when max(organisations.kind) = 'department' then 'department' else 'unit' end as consolidation,
    lines.is_comparative
from {{ of_all_funds('lines', place) }} as lines
left join {{ ref('int_organisations_described') }} as organisations on lines.organisation_id = organisations.organisation_id
group by
    lines.document_id, lines.table_number, lines.record, lines.statement_kind, lines.organisation_id,
    lines.organisation, lines.department_id, lines.department, lines.fiscal_year, lines.phase, lines.is_comparative
