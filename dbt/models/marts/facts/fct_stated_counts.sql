select
    stated_counts.document_id,
    stated_counts.table_number,
    stated_counts.row_number,
    stated_counts.column_number,
    stated_counts.page,
    stated_counts.sequence,
    stated_counts.line,
    stated_counts.span_start,
    stated_counts.span_end,
    stated_counts.stated_count_id,
    stated_counts.kind,
    stated_counts.label_as_printed,
    stated_counts.count,
    stated_counts.is_all,
    stated_counts.amount_id,
    organisations.organisation_id,
    stated_counts.organisation,
    organisations.department_id,
    coalesce(organisations.department, stated_counts.department) as department,
    stated_counts.fiscal_year
from {{ ref('stg_extracted__stated_counts') }} as stated_counts
left join {{ ref('int_organisations_keyed') }} as organisations
    on
        stated_counts.document_id = organisations.document_id
        and stated_counts.organisation = organisations.organisation
order by document_id, sequence, span_start
