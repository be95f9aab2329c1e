{% set fates = {
    'digits_printed': 'printed', 'digits_in_ledger': 'in_ledger', 'digits_left_out': 'left_out', 'digits_lost': 'lost',
    'digits_added': 'added'
} %}
with recounts as (
    select
        document_id,
        {% for name, fate in fates.items() %}
        cast(sum(case when fate = '{{ fate }}' then digits else 0 end) as integer) as {{ name }},
        {% endfor %}
        cast(sum(case when fate = 'not_a_number' then sequences else 0 end) as integer) as not_a_number,
        cast(sum(case when fate = 'not_a_number' then digits else 0 end) as integer) as digits_not_a_number
    from {{ ref('fct_recounts') }}
    group by document_id
),

{# Of several organisations and phases of a document, its own of its own year. #}
totals as (
    select
        totals.*,
        row_number() over (
            partition by totals.document_id
            order by
                case when totals.organisation_id = documents.organisation_id then 0 else 1 end,
                case when totals.fiscal_year = documents.fiscal_year then 0 else 1 end,
                totals.printed_expenditure_cny desc nulls last, totals.organisation_id nulls last,
                totals.phase nulls last
        ) as choice
    from {{ ref('fct_totals') }} as totals
    inner join {{ ref('dim_documents') }} as documents on totals.document_id = documents.document_id
),

{% set unread = ['pages', 'pictures', 'objects', 'annotations', 'hidden'] %}
not_read as (
    select
        document_id
        {%- for what in unread %},
        cast(sum(case when unread = '{{ what }}' then unread_count else 0 end) as integer) as {{ what }}_not_read
        {%- endfor %}
    from {{ ref('fct_issues') }}
    group by document_id
)

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
    max(again.counted_difference) as counted_difference,
    max(recounts.not_a_number) as not_a_number,
    max(recounts.digits_not_a_number) as digits_not_a_number,
    {% for name in fates %}
    max(recounts.{{ name }}) as {{ name }},
    {% endfor %}
    documents.page_count,
    documents.pages_rendered,
    {{ as_decimal(ratio('documents.pages_rendered', 'documents.page_count'), 5, 4) }} as rendered_share,
    {% for what in unread %}
    coalesce(max(not_read.{{ what }}_not_read), 0) as {{ what }}_not_read,
    {% endfor %}
    max(totals.printed_expenditure_cny) as printed_expenditure_cny,
    max(totals.additive_cny) as additive_cny,
    max(totals.gap_cny) as gap_cny,
    max(totals.gap_reason) as gap_reason
from {{ ref('dim_documents') }} as documents
left join {{ ref('fct_ledger') }} as ledger on documents.document_id = ledger.document_id
left join {{ ref('fct_second_counts') }} as again on documents.document_id = again.document_id
left join recounts on documents.document_id = recounts.document_id
left join totals on documents.document_id = totals.document_id and totals.choice = 1
left join not_read on documents.document_id = not_read.document_id
group by
    documents.document_file, documents.organisation, documents.fiscal_year, documents.document_id,
    documents.document_kind, documents.is_current, documents.withheld_because, documents.page_count,
    documents.pages_rendered
order by document_file
