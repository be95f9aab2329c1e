{# Identity 19: a target is a number as numbers are written: 00% lacks a digit. #}
select
    'target_is_a_written_number' as rule_id,
    target_operand_id as anchor_id,
    target_operand_id || ':meant' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_indicator_names') }}
where target is not null
