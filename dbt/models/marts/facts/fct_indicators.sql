with indicators as (
    {{ owned(source('extracted', 'indicators')) }}
)

select {{ contract_columns() }}
from indicators
order by document_id, table_number, row_number
