select {{ contract_columns() }}
from {{ source('extracted', 'recounts') }}
order by document_id, fate, by_rule, counted_page
