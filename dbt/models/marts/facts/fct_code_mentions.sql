select
    document_id,
    page,
    sequence,
    line,
    span_start,
    span_end,
    mention_id,
    level,
    name_as_printed,
    code,
    code_above,
    states_amount
from {{ ref('stg_extracted__code_mentions') }}
order by document_id, sequence, span_start, mention_id
