{# Identity 19: the same where the name is not proof: printed elsewhere too, or alike, or a count that may be a sum of projects. #}
select rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_indicator_values') }}
where rule_id = 'similar_targets_agree'
