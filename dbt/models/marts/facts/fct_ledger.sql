select {{ contract_columns() }}
from {{ source('extracted', 'ledger') }}
order by document_id, table_number, row_number, column_number, line, span_start
