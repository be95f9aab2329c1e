{# Identity 19: an indicator of the unit's table has the target of the project's form: one project, one name, printed nowhere else. #}
select rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_indicator_values') }}
where rule_id = 'unit_target_equals_project_target'
