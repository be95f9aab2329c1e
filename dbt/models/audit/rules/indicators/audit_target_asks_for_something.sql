{# Identity 19: a target of at least so many asks for more than none (≥0次). #}
select
    'target_asks_for_something' as rule_id,
    target_operand_id as anchor_id,
    target_operand_id || ':least' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_indicator_names') }}
where {{ asks_for_nothing() }}
