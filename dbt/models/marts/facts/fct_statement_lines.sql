select {{ contract_columns() }}
from {{ ref('int_statement_lines_owned') }}
order by document_id, table_number, row_number, column_number
