select {{ contract_columns() }}
from {{ ref('int_three_public_counted') }}
order by document_id, table_number, row_number, fiscal_year, phase
