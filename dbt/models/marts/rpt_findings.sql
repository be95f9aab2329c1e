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
    findings.difference,
    findings.tolerance,
    findings.value_unit,
    findings.page,
    findings.line,
    findings.other_page,
    findings.other_line,
    findings.message_zh,
    findings.message_en
from {{ ref('fct_findings') }} as findings
inner join {{ ref('dim_documents') }} as documents on findings.document_id = documents.document_id
order by document_file, line, page, finding_id
