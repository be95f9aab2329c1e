select {{ contract_columns() }}
from {{ source('judged', 'second_counts') }}
order by document_id
