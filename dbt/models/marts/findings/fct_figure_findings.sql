select distinct
    operands.ledger_id,
    checks.finding_id
from {{ ref('fct_failed_checks') }} as checks
inner join {{ ref('audit_entering') }} as entering on checks.check_id = entering.check_id
inner join {{ ref('audit_operands') }} as operands on entering.operand_id = operands.operand_id
where operands.ledger_id is not null and entering.role <> 'evidence'
order by ledger_id, finding_id
