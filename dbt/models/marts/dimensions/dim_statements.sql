select {{ contract_columns() }}
from {{ ref('int_statements_described') }}
order by statement_kind
