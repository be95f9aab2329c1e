-- Approved amounts of an owner and year are additive in one source of one document, and so are outturns.
with rows as (
    select
        coalesce(facts.department_id, facts.organisation_id, facts.document_id) as owner,
        case when documents.document_scope = 'department' then '' else facts.organisation_id end as covered,
        facts.fiscal_year,
        facts.document_id,
        facts.document_id || statements.project_source as source,
        case when facts.additive_amounts like 'approved%' then facts.approved_cny end as approved_cny,
        coalesce(facts.executed_cny, facts.revised_cny) as outturn_cny,
        facts.is_basic
    from {{ ref('fct_projects') }} as facts
    inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
    inner join {{ ref('dim_statements') }} as statements on facts.statement_kind = statements.statement_kind
    where facts.is_additive
)

select owner, covered, fiscal_year, {{ each_word('documents') }} as document_id
from (
    select owner, covered, fiscal_year, {{ ids_in_one('document_id') }} as documents
    from rows
    group by owner, covered, fiscal_year
    having
        count(distinct case when approved_cny is not null then source end) > 1
        or count(distinct case when outturn_cny is not null then source end) > 1
        or max(case when is_basic then 1 else 0 end) = 1
) as counted_twice
