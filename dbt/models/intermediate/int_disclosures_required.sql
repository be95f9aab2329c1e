{#
    What the texts ask of each budget and final account, by its kind, scope, year and region. Of units in particular they
    ask less than of departments; a document that does not say whose it is, is taken for a department's. A document that
    is withheld, or has the bytes of another, is asked nothing.
#}
select
    documents.document_id,
    documents.organisation_id,
    documents.document_kind,
    documents.document_scope,
    documents.fiscal_year,
    duties.item,
    min(duties.obligation) as obligation,
    {{ listed('duties.citation', '；', 'duties.first_fiscal_year, duties.citation') }} as citation
from {{ ref('int_documents_described') }} as documents
inner join {{ ref('disclosure_duties') }} as duties
    on
        documents.document_kind = duties.document_kind
        and coalesce(documents.document_scope, 'department') = duties.document_scope
        and documents.fiscal_year >= duties.first_fiscal_year
where
    documents.duplicate_of is null
    and documents.withheld_because is null
    and (
        duties.region_level is null
        or duties.region_level = case when documents.region_code = '100000' then 'central' else 'local' end
    )
group by all
