with sides as (
    select
        finding_id,
        'actual' as side,
        1 as sign,
        'addend' as role,
        operand_id
    from {{ ref('fct_findings') }}

    union all

    select
        findings.finding_id,
        'expected' as side,
        addends.sign,
        addends.role,
        addends.part_id as operand_id
    from {{ ref('fct_findings') }} as findings
    inner join {{ ref('audit_addends') }} as addends
        on findings.rule_id = addends.rule_id and findings.operand_id = addends.anchor_id
)

select
    sides.finding_id,
    sides.side,
    sides.sign,
    sides.role,
    sides.operand_id,
    operands.ledger_id,
    operands.document_id,
    operands.table_number,
    operands.row_number,
    operands.column_number,
    operands.page,
    operands.line,
    operands.subject,
    cast(operands.value as decimal(24, 4)) as value,
    operands.value_unit,
    operands.text as value_text
from sides
inner join {{ ref('audit_operands') }} as operands on sides.operand_id = operands.operand_id
order by finding_id, side, role, operand_id
