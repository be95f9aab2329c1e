-- Within a department, year and phase the additive rows are of one consolidation, and of one document, unless every
-- document is a unit's own: then each organisation's rows are of one document.
select owner, fiscal_year, phase, {{ each_word('documents') }} as document_id
from (
    select
        coalesce(facts.department_id, facts.organisation_id, facts.document_id) as owner,
        facts.fiscal_year,
        facts.phase,
        {{ ids_in_one('facts.document_id') }} as documents
    from {{ ref('fct_expenditure') }} as facts
    inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
    where facts.is_additive
    group by 1, 2, 3
    having
        (
            count(distinct facts.document_id) > 1
            and (
                max(case when documents.document_scope = 'department' then 1 else 0 end) = 1
                or count(distinct facts.document_id) > count(distinct coalesce(facts.organisation_id, facts.document_id))
            )
        )
        or count(distinct case when documents.document_scope = 'department' then facts.consolidation end) > 1
) as counted_twice
