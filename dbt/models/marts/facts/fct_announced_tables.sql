select
    document_id,
    page,
    sequence,
    line,
    announcement_id,
    title_as_printed,
    title,
    found_table_number,
    found_as
from {{ ref('stg_extracted__announced_tables') }}
order by document_id, sequence
