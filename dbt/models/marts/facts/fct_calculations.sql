with calculations as (
    {{ owned(source('extracted', 'calculations')) }}
)

select {{ contract_columns() }}
from calculations
order by document_id, sequence, column_number, span_start
