select {{ contract_columns() }}
from {{ ref('stg_extracted__labels') }}
order by document_id, sequence, span_start, label_id
