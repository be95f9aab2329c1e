with source as (
    select * from {{ source('extracted', 'documents') }}
),

renamed as (
    select
        document_id,
        duplicate_of,
        document_file,
        content_sha256,
        format,
        encoding,
        line_count,
        issuer_as_printed,
        organisation,
        region_code,
        region_name,
        document_kind,
        document_scope,
        fiscal_year,
        phases,
        issuer_evidence,
        issuer_evidence_line,
        region_evidence,
        region_evidence_line,
        kind_evidence,
        kind_evidence_line,
        scope_evidence,
        scope_evidence_line,
        fiscal_year_evidence,
        fiscal_year_evidence_line,
        phase_evidence,
        phase_evidence_line,
        source_url,
        published_on,
        retrieved_on,
        extractor_version
    from source
)

select * from renamed
