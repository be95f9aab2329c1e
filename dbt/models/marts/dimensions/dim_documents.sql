with documents as (
    select * from {{ ref('stg_extracted__documents') }}
)

select
    documents.document_id,
    documents.document_file,
    documents.content_sha256,
    documents.format,
    documents.encoding,
    documents.line_count,
    documents.issuer_as_printed,
    organisations.organisation_id,
    documents.organisation,
    documents.region_code,
    documents.region_name,
    documents.document_kind,
    documents.document_scope,
    documents.fiscal_year,
    documents.phases,
    documents.issuer_evidence,
    documents.issuer_evidence_line,
    documents.region_evidence,
    documents.region_evidence_line,
    documents.kind_evidence,
    documents.kind_evidence_line,
    documents.scope_evidence,
    documents.scope_evidence_line,
    documents.fiscal_year_evidence,
    documents.fiscal_year_evidence_line,
    documents.phase_evidence,
    documents.phase_evidence_line,
    documents.duplicate_of is null and superseded.superseded_by is null as is_current,
    superseded.superseded_by,
    documents.duplicate_of,
    documents.source_url,
    documents.published_on,
    documents.retrieved_on,
    documents.extractor_version
from documents
left join {{ ref('int_documents_superseded') }} as superseded on documents.document_id = superseded.document_id
left join {{ ref('int_organisations_keyed') }} as organisations
    on
        coalesce(documents.duplicate_of, documents.document_id) = organisations.document_id
        and documents.organisation = organisations.organisation
order by document_id
