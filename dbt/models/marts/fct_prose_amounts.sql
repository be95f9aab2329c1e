{# What is stated of a subject, organisation or year in the prose is read later: here the amounts themselves. #}
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
    value_as_printed,
    unit_as_printed,
    amount_cny,
    ledger_id
from {{ ref('stg_extracted__prose_amounts') }}
order by document_id, sequence, span_start, ledger_id
