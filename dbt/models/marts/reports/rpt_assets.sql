{% set topics = [
    'total_assets', 'current_assets', 'fixed_assets', 'construction_in_progress', 'intangible_assets', 'liabilities', 'net_assets'
] %}
with stated as (
    select
        document_id, organisation_id, organisation, fiscal_year, kind as asset, as_of, label_as_printed, threshold_cny, count,
        cast(null as decimal(20, 2)) as amount_cny, page, line, sequence, span_start, cast(null as string) as ledger_id
    from {{ ref('fct_headcounts') }}
    where kind like '%vehicles' or kind like '%equipment'
    union all
    select
        document_id, organisation_id, organisation, fiscal_year, topic as asset, cast(null as string) as as_of,
        subject as label_as_printed, cast(null as decimal(20, 2)) as threshold_cny, cast(null as integer) as count, amount_cny,
        page, line, sequence, span_start, ledger_id
    from {{ ref('fct_prose_amounts') }}
    where topic in ('{{ topics | join("', '") }}') and role = 'level' and amount_cny is not null
),

ranked as (
    select
        stated.*,
        documents.document_file,
        organisations.region_code,
        row_number() over (
            partition by
                coalesce(stated.organisation_id, stated.document_id), stated.fiscal_year, stated.asset, stated.threshold_cny
            order by stated.as_of desc nulls last, documents.document_file nulls last, stated.sequence nulls last,
                stated.span_start nulls last
        ) as choice
    from stated
    inner join {{ ref('dim_documents') }} as documents on stated.document_id = documents.document_id
    left join {{ ref('dim_organisations') }} as organisations on stated.organisation_id = organisations.organisation_id
    where documents.is_current
),

findings as ({{ figure_findings('ranked', 'ledger_id') }}),

statuses as ({{ stated_statuses('ranked', 'ledger_id') }})

select
    document_file,
    organisation as organisation_name,
    region_code,
    fiscal_year,
    asset,
    as_of,
    label_as_printed,
    threshold_cny,
    count,
    {{ money('amount_cny') }} as amount_cny,
    choice = 1 as is_first,
    page,
    line,
    sequence,
    span_start,
    ledger_id,
    document_id,
    organisation_id,
    statuses.reading_status,
    findings.finding_ids
from ranked
left join findings on ranked.ledger_id = findings.ids
left join statuses on ranked.ledger_id = statuses.ids
order by document_file, sequence, span_start
