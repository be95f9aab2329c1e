with amounts as (
    {{ owned(source('extracted', 'estimate_amounts')) }}
)

select {{ contract_columns() }}
from amounts
order by document_id, sequence, column_number, span_start
