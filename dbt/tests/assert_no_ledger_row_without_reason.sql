-- A number that is no fact says why; a redacted number keeps no value.
select document_id, ledger_id, disposition, reason
from {{ ref('fct_ledger') }}
where coalesce(reason, '') = '' or (disposition = 'redacted' and value_as_printed is not null)
