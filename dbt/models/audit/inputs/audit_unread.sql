{# Documents of which something could not be read, or not for certain: what is missing may stand there. #}
select distinct document_id
from {{ source('extracted', 'issues') }}
where code in ('ocr_needed', 'low_confidence') or severity = 'error'
union
select document_id
from {{ source('judged', 'issues') }}
where severity = 'error'
