with findings as (
    {{ row_findings(['document_id', 'table_number', 'row_number']) }}
),

statuses as (
    {{ row_statuses() }}
)

select
    documents.document_file,
    facts.fiscal_year,
    facts.organisation as organisation_name,
    facts.project_name,
    facts.dimension,
    facts.aspect,
    facts.indicator_name,
    facts.target_value,
    facts.actual_value,
    facts.page,
    facts.line,
    facts.statement_kind,
    facts.scope,
    facts.is_applicable,
    facts.explanation,
    facts.reason,
    facts.table_number,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids,
    facts.ledger_id,
    facts.actual_ledger_id
from {{ ref('fct_indicators') }} as facts
inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
left join findings
    on
        facts.document_id = findings.document_id
        and facts.table_number = findings.table_number
        and facts.row_number = findings.row_number
left join statuses
    on
        facts.document_id = statuses.document_id
        and facts.table_number = statuses.table_number
        and facts.row_number = statuses.row_number
order by document_file, table_number, line, page
