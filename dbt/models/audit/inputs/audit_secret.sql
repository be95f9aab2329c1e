{# Documents that withhold what is secret: what they leave out is not missing. #}
select distinct document_id
from {{ source('extracted', 'issues') }}
where code = 'withheld_secret'
