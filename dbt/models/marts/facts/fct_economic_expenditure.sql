select
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    line,
    ledger_id,
    statement_kind,
    organisation_id,
    organisation,
    department_id,
    department,
    fiscal_year,
    phase,
    fund,
    classification,
    code as economic_code,
    code_as_printed as economic_code_as_printed,
    name_as_printed as economic_name,
    measure,
    row_role = 'leaf' as is_leaf,
    is_comparative,
    disclosure,
    amount_cny,
    reading_status
from {{ ref('fct_statement_lines') }}
where
    classification in ('departmental_economic', 'government_economic')
    and code is not null
    and horizon = 'year'
order by document_id, table_number, row_number, column_number
