select {{ contract_columns() }}
from {{ source('extracted', 'repairs') }}
order by document_id, table_number, row_number, column_number
