select {{ contract_columns() }}
from {{ ref('stg_extracted__announced_tables') }}
order by document_id, sequence
