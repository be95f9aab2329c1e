select {{ contract_columns() }}
from {{ ref('disclosure_items') }}
order by sequence
