{#
    Documents with the key of their issuer, and whether a later issue or a file with the same bytes stands for them. One
    that is withheld has a row and none elsewhere: no key, and it stands for nothing.
#}
with found as (
    select
        *,
        cast(null as string) as withheld_because
    from {{ source('extracted', 'documents') }}
    union all
    select * from {{ source('judged', 'withheld_documents') }}
)

select
    documents.*,
    organisations.organisation_id,
    documents.duplicate_of is null and superseded.superseded_by is null and documents.withheld_because is null
        as is_current,
    superseded.superseded_by
from found as documents
left join {{ ref('int_documents_superseded') }} as superseded on documents.document_id = superseded.document_id
left join {{ ref('int_organisations_keyed') }} as organisations
    on
        coalesce(documents.duplicate_of, documents.document_id) = organisations.document_id
        and documents.organisation = organisations.organisation
