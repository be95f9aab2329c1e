{# What the causes are made of, each with the id that it would bear as a finding of its own. #}
with failed as (
    select * from {{ ref('audit_failures') }}
),

causes as (
    select
        {{ finding_id('findings') }} as finding_id,
        document_id,
        cause_key
    from {{ ref('audit_findings') }} as findings
)

select
    failed.check_id,
    causes.finding_id,
    failed.rule_id,
    failed.class,
    failed.severity,
    failed.confidence,
    failed.subject,
    case when failed.comparison <> 'same_text' then failed.expected_value end as expected_value,
    case when failed.comparison <> 'same_text' then failed.actual_value end as actual_value,
    case when failed.comparison <> 'same_text' then failed.difference end as difference,
    case when failed.comparison <> 'same_text' then failed.tolerance end as tolerance,
    case when failed.comparison <> 'same_text' then failed.value_unit end as value_unit,
    case when failed.comparison = 'same_text' then failed.expected_text end as expected_text,
    case when failed.comparison = 'same_text' then failed.actual_text end as actual_text,
    failed.document_id,
    failed.table_number,
    failed.row_number,
    failed.page,
    failed.line,
    failed.anchor_id as operand_id,
    failed.ledger_id
from failed
inner join {{ ref('audit_causes') }} as members on failed.check_id = members.check_id
inner join causes on members.document_id = causes.document_id and members.cause_key = causes.cause_key
order by check_id
