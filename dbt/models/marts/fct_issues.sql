select distinct
    document_id,
    document_file,
    code,
    severity,
    table_number,
    row_number,
    page,
    line,
    message
from {{ ref('stg_extracted__issues') }}
order by document_file, line, table_number, row_number, code, message
