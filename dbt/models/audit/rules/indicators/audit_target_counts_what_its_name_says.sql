{# Identity 19: a name that says （次） has no target in 周. Money, and words of measure of one kind, are not told apart. #}
select
    'target_counts_what_its_name_says' as rule_id,
    target_operand_id as anchor_id,
    target_operand_id || ':unit' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_indicator_names') }}
where name_unit <> '' and target_unit is not null
