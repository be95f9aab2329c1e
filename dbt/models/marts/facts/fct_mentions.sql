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
    concerns,
    of_table_number,
    of_row_number,
    label_as_printed,
    value_as_printed,
    number,
    unit
from {{ ref('stg_extracted__mentions') }}
order by document_id, sequence, span_start, column_number, of_table_number, of_row_number
