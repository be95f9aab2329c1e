{#
    Identity 16: what a statement prints of the year before equals what the body's document of that year printed as its
    own. Not where that document prints the thing more than once. A query: the year before may have been restated, or
    the body have other units now.
#}
with pairs as (
    select
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        count(*) over (partition by anchors.ledger_id) as times
    from {{ ref('audit_figures') }} as anchors
    inner join {{ ref('audit_last_documents') }} as documents
        on anchors.document_id = documents.document_id and anchors.fiscal_year = documents.fiscal_year - 1
    inner join {{ ref('audit_figures') }} as parts
        on
            documents.last_document_id = parts.document_id
            and anchors.organisation_id = parts.organisation_id
            and anchors.fiscal_year = parts.fiscal_year
            and anchors.phase = parts.phase
            and anchors.family = parts.family
            and anchors.fund = parts.fund
            and anchors.side = parts.side
            and anchors.measure = parts.measure
            and (
                anchors.family = 'three_public' or coalesce(anchors.code, anchors.item) = coalesce(parts.code, parts.item)
            )
            and coalesce(anchors.classification, '') = coalesce(parts.classification, '')
    where
        anchors.is_comparative and anchors.project_name is null
        and not parts.is_comparative and parts.project_name is null and parts.printing = 1
        and documents.last_kind = case when anchors.phase = 'approved' then 'budget' else 'final_account' end
)

select {{ enters('comparative_equals_last_year', 'anchor_id', 'part_id') }}
from pairs
where times = 1
