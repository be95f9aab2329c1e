{# Identity 10: an amount stated in the text is one that the tables print for its topic or function code. #}
select 'text_equals_table' as rule_id, prose_id as anchor_id, ledger_id as part_id, 1 as sign, 'addend' as role
from {{ ref('audit_stated_candidates') }}
where nearness = 1 and topic <> 'project'
