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
    facts.table_number
from {{ ref('fct_indicators') }} as facts
inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
order by document_file, table_number, line, page
