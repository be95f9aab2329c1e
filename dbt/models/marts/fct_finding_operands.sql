select
    findings.finding_id,
    'actual' as side,
    1 as sign,
    findings.ledger_id
from {{ ref('fct_findings') }} as findings

union all

select
    findings.finding_id,
    'expected' as side,
    addends.sign,
    addends.part_id as ledger_id
from {{ ref('fct_findings') }} as findings
inner join {{ ref('audit_addends') }} as addends
    on findings.rule_id = addends.rule_id and findings.ledger_id = addends.anchor_id

order by finding_id, side, ledger_id
