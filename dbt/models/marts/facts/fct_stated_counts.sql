with counts as (
    {{ owned(source('extracted', 'stated_counts')) }}
)

select {{ contract_columns() }}
from counts
order by document_id, sequence, span_start
