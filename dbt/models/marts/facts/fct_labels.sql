select
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    sequence,
    line,
    span_start,
    label_id,
    kind,
    words,
    label_as_printed,
    label_meant
from {{ ref('stg_extracted__labels') }}
order by document_id, sequence, span_start, label_id
