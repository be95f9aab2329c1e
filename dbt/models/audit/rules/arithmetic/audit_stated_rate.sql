{# Identity 9: a rate is what was done over what was planned. #}
select 'stated_rate' as rule_id, prose_id as anchor_id, part_id, sign, role
from {{ ref('audit_rates') }}
where kind = 'rate' and not holds_in_one_unit
