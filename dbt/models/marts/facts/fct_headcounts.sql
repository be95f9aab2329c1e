select
    headcounts.document_id,
    headcounts.table_number,
    headcounts.row_number,
    headcounts.page,
    headcounts.sequence,
    headcounts.line,
    headcounts.span_start,
    headcounts.span_end,
    organisations.organisation_id,
    headcounts.organisation,
    organisations.department_id,
    coalesce(organisations.department, headcounts.department) as department,
    headcounts.fiscal_year,
    headcounts.kind,
    headcounts.as_of,
    headcounts.label_as_printed,
    headcounts.count
from {{ ref('stg_extracted__headcounts') }} as headcounts
left join {{ ref('int_organisations_keyed') }} as organisations
    on headcounts.document_id = organisations.document_id and headcounts.organisation = organisations.organisation
order by document_id, sequence, span_start
