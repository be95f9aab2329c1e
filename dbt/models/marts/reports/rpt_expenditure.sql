with rows as (
    {{ expenditure_rows(ref('fct_statement_lines'), ref('dim_statements')) }}
)

select
    documents.document_file,
    rows.fiscal_year,
    rows.phase,
    rows.statement_kind,
    rows.fund,
    rows.organisation as organisation_name,
    rows.department as department_name,
    organisations.region_code,
    rows.function_code,
    rows.function_code_as_printed,
    coalesce(rows.function_name, functions.function_name) as function_name,
    functions.level as function_level,
    rows.is_leaf,
    coalesce(facts.is_additive, false) as is_additive,
    {{ money('rows.total_cny') }} as total_cny,
    {{ money('rows.basic_cny') }} as basic_cny,
    {{ money('rows.project_cny') }} as project_cny,
    rows.page,
    rows.line,
    rows.document_id,
    rows.table_number,
    rows.row_number,
    rows.is_comparative,
    rows.total_ledger_id,
    rows.reading_status
from rows
inner join {{ ref('dim_documents') }} as documents on rows.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on rows.organisation_id = organisations.organisation_id
left join {{ ref('dim_functions') }} as functions on rows.function_code = functions.function_code
left join {{ ref('fct_expenditure') }} as facts
    on
        rows.document_id = facts.document_id
        and rows.table_number = facts.table_number
        and rows.row_number = facts.row_number
        and rows.fiscal_year is not distinct from facts.fiscal_year
        and rows.phase is not distinct from facts.phase
        and rows.fund = facts.fund
        and facts.derivation = 'printed'
order by document_file, table_number, row_number, fiscal_year, phase
