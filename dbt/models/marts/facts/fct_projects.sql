select {{ contract_columns() }}
from {{ ref('int_projects_counted') }}
order by document_id, table_number, row_number
