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
    totals.ledger_id
from {{ ref('fct_totals') }} as totals
inner join {{ ref('dim_documents') }} as documents on totals.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on totals.organisation_id = organisations.organisation_id
where totals.is_counted
order by document_file, organisation_name, fiscal_year, phase
