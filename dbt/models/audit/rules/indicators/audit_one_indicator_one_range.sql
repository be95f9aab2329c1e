{# Identity 19: one indicator has one range or date as its target, where the digits alone differ. #}
select rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_indicator_values') }}
where rule_id = 'one_indicator_one_range'
