select {{ contract_columns() }}
from {{ ref('int_organisations_described') }}
order by organisation_id
