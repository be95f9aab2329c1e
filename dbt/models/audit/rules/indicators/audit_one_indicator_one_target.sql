{# Identity 19: one indicator of one project has one target wherever it is printed. #}
select rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_indicator_values') }}
where rule_id = 'one_indicator_one_target'
