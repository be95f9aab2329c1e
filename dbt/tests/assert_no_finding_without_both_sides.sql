-- A finding has the figure under examination on one side and at least one figure on the other.
select findings.document_id, findings.finding_id
from {{ ref('fct_findings') }} as findings
left join {{ ref('fct_finding_operands') }} as operands on findings.finding_id = operands.finding_id
group by findings.document_id, findings.finding_id
having count(distinct operands.side) <> 2
