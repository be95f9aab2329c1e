select
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    sequence,
    line,
    span_start,
    span_end,
    citation_id,
    title_as_printed,
    title,
    number_as_printed,
    number
from {{ ref('stg_extracted__citations') }}
order by document_id, sequence, span_start, citation_id
