{# Identity 9: a growth is the change over its base. #}
select 'stated_growth' as rule_id, prose_id as anchor_id, part_id, sign, role
from {{ ref('audit_rates') }}
where kind = 'growth' and not holds_in_one_unit
