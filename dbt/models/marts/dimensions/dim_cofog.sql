select {{ contract_columns() }}
from {{ ref('cofog') }}
order by cofog_code
