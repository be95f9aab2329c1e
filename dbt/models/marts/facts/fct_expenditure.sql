select {{ contract_columns() }}
from {{ ref('int_expenditure_counted') }}
order by document_id, table_number, row_number, fiscal_year, phase, fund, derivation
