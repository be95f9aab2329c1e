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
    facts.department as department_name,
    facts.project_code,
    facts.project_name,
    facts.statement_kind,
    facts.source_table,
    facts.approved_cny,
    facts.revised_cny,
    facts.executed_cny,
    facts.midterm_cny,
    facts.execution_rate,
    facts.is_additive,
    facts.page,
    facts.line,
    facts.additive_amounts,
    facts.is_basic,
    facts.project_type,
    facts.fiscal_appropriation_cny,
    facts.other_funds_cny,
    facts.table_number,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids,
    facts.approved_ledger_id,
    facts.revised_ledger_id,
    facts.executed_ledger_id,
    facts.midterm_ledger_id,
    facts.execution_rate_ledger_id,
    facts.fiscal_appropriation_ledger_id,
    facts.other_funds_ledger_id
from {{ ref('fct_projects') }} as facts
inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
left join findings
    on {{ same_row('facts', 'findings') }}
left join statuses
    on {{ same_row('facts', 'statuses') }}
order by document_file, table_number, line, page, project_name
