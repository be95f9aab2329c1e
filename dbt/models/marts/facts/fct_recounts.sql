select {{ contract_columns() }}
from {{ source('extracted', 'recounts') }}
order by document_id, fate, rule, counted_page
