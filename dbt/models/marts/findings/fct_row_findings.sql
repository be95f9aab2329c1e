{# Of a rate or a count that is no number of the ledger, the row knows its findings too. #}
select distinct
    operands.document_id,
    operands.table_number,
    operands.row_number,
    operands.fiscal_year,
    operands.phase,
    checks.finding_id
from {{ ref('fct_failed_checks') }} as checks
inner join {{ ref('audit_entering') }} as entering on checks.check_id = entering.check_id
inner join {{ ref('audit_operands') }} as operands on entering.operand_id = operands.operand_id
where operands.table_number is not null and operands.row_number is not null and entering.role <> 'evidence'
order by document_id, table_number, row_number, fiscal_year, phase, finding_id
