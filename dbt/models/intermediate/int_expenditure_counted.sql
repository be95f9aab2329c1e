{# Expenditure in yuan, with what may be summed: see the docs block `what_may_be_summed`. #}
select
    rows.document_id,
    rows.table_number,
    rows.row_number,
    rows.page,
    rows.line,
    rows.statement_kind,
    rows.organisation_id,
    rows.organisation,
    rows.department_id,
    rows.department,
    rows.fiscal_year,
    rows.phase,
    rows.fund,
    rows.function_code,
    rows.function_code_as_printed,
    rows.function_name,
    {{ money('rows.total_cny') }} as total_cny,
    {{ money('rows.basic_cny') }} as basic_cny,
    {{ money('rows.project_cny') }} as project_cny,
    {{ money('rows.to_higher_level_cny') }} as to_higher_level_cny,
    {{ money('rows.operating_cny') }} as operating_cny,
    {{ money('rows.to_subordinates_cny') }} as to_subordinates_cny,
    rows.derivation,
    rows.consolidation,
    basis.document_id is not null and rows.is_first_table as is_additive,
    rows.is_comparative,
    rows.total_ledger_id,
    rows.basic_ledger_id,
    rows.project_ledger_id
from {{ ref('int_expenditure_derived') }} as rows
left join {{ ref('int_expenditure_basis') }} as basis
    on {{ in_basis('rows', 'basis') }}
