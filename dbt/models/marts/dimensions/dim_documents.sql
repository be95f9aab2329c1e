select {{ contract_columns() }}
from {{ ref('int_documents_described') }}
order by document_id
