select
    keyed.organisation_id,
    keyed.organisation,
    names.name_as_printed,
    names.document_id,
    min(names.line) as line
from {{ source('extracted', 'organisations') }} as names
inner join {{ ref('int_organisations_keyed') }} as keyed
    on names.document_id = keyed.document_id and names.organisation = keyed.organisation
group by keyed.organisation_id, keyed.organisation, names.name_as_printed, names.document_id
order by organisation_id, name_as_printed, document_id
