select {{ contract_columns() }}
from {{ source('extracted', 'ledger') }}
order by document_id, table_number nulls last, row_number nulls last, column_number nulls last, line nulls last, span_start
