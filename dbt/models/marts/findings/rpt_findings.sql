with verdicts as (
    select
        cause_id,
        verdict,
        verdict_reason,
        row_number() over (partition by cause_id order by entry nulls last) as choice
    from {{ ref('fct_finding_verdicts') }}
    where is_applied
)

select
    findings.finding_id,
    findings.rule_id,
    findings.class,
    findings.severity,
    findings.confidence,
    documents.document_file,
    findings.fiscal_year,
    findings.organisation as organisation_name,
    findings.statement_kind,
    findings.subject,
    findings.expected_value,
    findings.actual_value,
    findings.expected_text,
    findings.actual_text,
    case when findings.value_unit = '元' then {{ money('findings.expected_value') }} end as expected_cny,
    case when findings.value_unit = '元' then {{ money('findings.actual_value') }} end as actual_cny,
    findings.expected_as_printed,
    findings.actual_as_printed,
    findings.difference,
    findings.difference_cny,
    findings.share_of_total,
    findings.rank,
    findings.tolerance,
    findings.value_unit,
    findings.page,
    findings.line,
    findings.other_page,
    findings.other_line,
    findings.message_zh,
    findings.message_en,
    verdicts.verdict,
    verdicts.verdict_reason,
    findings.cause,
    findings.explains,
    findings.repair,
    findings.ledger_id,
    findings.repaired_figure_id
from {{ ref('fct_findings') }} as findings
inner join {{ ref('dim_documents') }} as documents on findings.document_id = documents.document_id
left join verdicts on findings.finding_id = verdicts.cause_id and verdicts.choice = 1
order by document_file, rank, finding_id
