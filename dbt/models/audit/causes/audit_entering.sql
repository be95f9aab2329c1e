{#
    One row per failed check and operand on either side. `figure_id` is what is printed there: several operands may be
    one figure.
#}
select
    failures.check_id,
    failures.rule_id,
    failures.document_id,
    'anchor' as role,
    1 as sign,
    failures.anchor_id as operand_id,
    coalesce(operands.ledger_id, operands.operand_id) as figure_id,
    operands.value
from {{ ref('audit_failures') }} as failures
inner join {{ ref('audit_operands') }} as operands on failures.anchor_id = operands.operand_id

union all

select
    failures.check_id,
    failures.rule_id,
    failures.document_id,
    addends.role,
    addends.sign,
    addends.part_id as operand_id,
    coalesce(operands.ledger_id, operands.operand_id) as figure_id,
    operands.value
from {{ ref('audit_failures') }} as failures
inner join {{ ref('audit_addends') }} as addends
    on failures.rule_id = addends.rule_id and failures.anchor_id = addends.anchor_id
inner join {{ ref('audit_operands') }} as operands on addends.part_id = operands.operand_id
