select {{ contract_columns() }}
from {{ ref('stg_extracted__code_mentions') }}
order by document_id, sequence, span_start, mention_id
