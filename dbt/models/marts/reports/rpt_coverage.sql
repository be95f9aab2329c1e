{% set dispositions = {'facts': 'fact', 'labels': 'label', 'unmapped': 'unmapped', 'redacted': 'redacted'} %}
select
    documents.document_file,
    documents.organisation as organisation_name,
    documents.fiscal_year,
    cast(count(ledger.ledger_id) as integer) as numbers_seen,
    {% for name, disposition in dispositions.items() %}
    cast(count(case when ledger.disposition = '{{ disposition }}' then 1 end) as integer) as {{ name }},
    {% endfor %}
    documents.document_id,
    documents.document_kind,
    documents.is_current,
    documents.withheld_because,
    max(again.numbers_counted_again) as numbers_counted_again,
    max(again.counted_difference) as counted_difference
from {{ ref('dim_documents') }} as documents
left join {{ ref('fct_ledger') }} as ledger on documents.document_id = ledger.document_id
left join {{ ref('fct_second_counts') }} as again on documents.document_id = again.document_id
group by
    documents.document_file, documents.organisation, documents.fiscal_year, documents.document_id,
    documents.document_kind, documents.is_current, documents.withheld_because
order by document_file
