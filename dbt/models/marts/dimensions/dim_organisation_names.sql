with printed as (
    select
        keyed.organisation_id,
        keyed.known_as as organisation,
        names.name_as_printed,
        names.document_id,
        min(names.line) as line
    from {{ source('extracted', 'organisations') }} as names
    inner join {{ ref('int_organisations_keyed') }} as keyed
        on names.document_id = keyed.document_id and names.organisation = keyed.organisation
    group by keyed.organisation_id, keyed.known_as, names.name_as_printed, names.document_id
)

select
    printed.*,
    min(documents.fiscal_year) over same_name as first_year,
    max(documents.fiscal_year) over same_name as last_year
from printed
left join {{ source('extracted', 'documents') }} as documents on printed.document_id = documents.document_id
window same_name as (partition by printed.organisation_id, printed.name_as_printed)
order by organisation_id, name_as_printed, document_id
