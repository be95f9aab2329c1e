select {{ contract_columns() }}
from {{ source('extracted', 'mentions') }}
order by document_id, sequence, span_start, column_number, of_table_number, of_row_number
