{#
    The documents of one body about the year before, for each document: of its own kind and of the other, the latest
    published of each.
#}
with documents as (
    select *
    from {{ ref('dim_documents') }}
    where is_current and organisation_id is not null and fiscal_year is not null
),

ranked as (
    select
        documents.document_id,
        documents.fiscal_year,
        before.document_id as last_document_id,
        before.document_kind as last_kind,
        row_number() over (
            partition by documents.document_id, before.document_kind
            order by before.published_on desc nulls last, before.document_id
        ) as choice
    from documents
    inner join documents as before
        on
            documents.organisation_id = before.organisation_id
            and documents.fiscal_year = before.fiscal_year + 1
            and coalesce(documents.document_scope, '') = coalesce(before.document_scope, '')
)

select document_id, fiscal_year, last_document_id, last_kind
from ranked
where choice = 1
