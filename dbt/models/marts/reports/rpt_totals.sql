with by_row as (
    {{ period_findings() }}
),

by_figure as (
    select ledger_id, {{ ids_in_one('finding_id') }} as finding_ids
    from {{ ref('fct_figure_findings') }}
    group by ledger_id
)

select
    documents.document_file,
    totals.fiscal_year,
    totals.phase,
    totals.organisation as organisation_name,
    organisations.region_code,
    totals.printed_expenditure_cny,
    totals.expenditure_basis,
    totals.additive_cny,
    totals.gap_cny,
    totals.gap_reason,
    totals.gap_tables,
    totals.printed_total_cny,
    totals.closing_cny,
    totals.basic_cny,
    totals.project_cny,
    totals.reserve_cny,
    totals.general_public_budget_cny,
    totals.government_fund_budget_cny,
    totals.state_capital_budget_cny,
    totals.unit_funds_cny,
    totals.other_funds_cny,
    totals.page,
    totals.line,
    totals.document_id,
    totals.organisation_id,
    totals.table_number,
    totals.row_number,
    totals.ledger_id,
    coalesce(lines.reading_status, 'untested') as reading_status,
    coalesce(by_row.finding_ids, by_figure.finding_ids) as finding_ids,
    totals.printed_total_ledger_id,
    totals.basic_ledger_id,
    totals.project_ledger_id,
    totals.reserve_ledger_id,
    totals.operand_ids
from {{ ref('fct_totals') }} as totals
inner join {{ ref('dim_documents') }} as documents on totals.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on totals.organisation_id = organisations.organisation_id
left join {{ ref('fct_statement_lines') }} as lines on totals.ledger_id = lines.ledger_id
left join by_row on {{ finds_in_period('by_row', 'totals') }}
left join by_figure on totals.ledger_id = by_figure.ledger_id
where totals.is_counted
order by document_file, organisation_name, fiscal_year, phase
