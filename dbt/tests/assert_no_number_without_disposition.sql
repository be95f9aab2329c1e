-- Numbers seen = facts + labels + unmapped + redacted, for every document.
select document_id, document_file, numbers_seen, facts, labels, unmapped, redacted
from {{ ref('rpt_coverage') }}
where numbers_seen <> facts + labels + unmapped + redacted
