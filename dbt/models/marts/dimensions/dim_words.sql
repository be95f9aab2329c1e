select {{ contract_columns() }}
from {{ ref('code_words') }}
order by table_name, column_name, code
