select {{ contract_columns() }}
from {{ ref('stg_extracted__citations') }}
order by document_id, sequence, span_start, citation_id
