with headcounts as (
    {{ owned(ref('stg_extracted__headcounts')) }}
)

select {{ contract_columns() }}
from headcounts
order by document_id, sequence, span_start
