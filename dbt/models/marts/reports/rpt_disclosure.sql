select
    documents.document_file,
    documents.organisation as organisation_name,
    documents.document_kind,
    documents.document_scope,
    documents.fiscal_year,
    documents.is_current,
    disclosures.item,
    items.part,
    items.title_zh,
    items.title_en,
    disclosures.status,
    disclosures.obligation,
    disclosures.citation,
    disclosures.words,
    disclosures.explanation,
    disclosures.statement_kind,
    disclosures.table_number,
    disclosures.page,
    disclosures.line,
    others.document_file as other_document_file,
    disclosures.document_id
from {{ ref('fct_disclosures') }} as disclosures
inner join {{ ref('dim_documents') }} as documents on disclosures.document_id = documents.document_id
inner join {{ ref('dim_disclosure_items') }} as items on disclosures.item = items.item
left join {{ ref('dim_documents') }} as others on disclosures.other_document_id = others.document_id
order by document_file, item
