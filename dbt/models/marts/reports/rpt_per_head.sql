{#
    Money and heads of one body and year. What organs run on is not spent by 事业单位: where a body has such posts, its
    heads are of a wider scope. Where heads are stated of another body of the department only, or of another year, the
    row says so and divides nothing.
#}
{% set subjects = {
    'expenditure_total': 'spending', 'basic': 'basic', 'three_public_total': 'three_public', 'operating_expenses': 'operating_cost'
} %}
with heads as ({{ heads_by_denominator() }}),

paired as (
    select
        money.*,
        heads.denominator,
        heads.heads,
        heads.denominator_as_printed,
        heads.organisation as heads_organisation,
        heads.as_of,
        heads.fiscal_year as heads_year,
        heads.document_id as heads_document_id,
        heads.page as heads_page,
        heads.line as heads_line,
        heads.vehicles,
        money.organisation_id = heads.organisation_id
        and not (money.subject = 'operating_expenses' and heads.has_business = 1) as is_same_body,
        money.fiscal_year = heads.fiscal_year
        and coalesce(cast(substr(heads.as_of, 1, 4) as integer), money.fiscal_year)
        in (money.fiscal_year, case when money.phase = 'approved' then money.fiscal_year - 1 else money.fiscal_year end)
            as is_same_year
    from {{ ref('fct_yearly_amounts') }} as money
    inner join heads on coalesce(money.department_id, money.organisation_id) = heads.department_id
    where
        not money.is_comparative and money.level = 'total'
        and money.subject in ('{{ subjects | join("', '") }}')
),

ranked as (
    select
        *,
        row_number() over (
            partition by series_id, fiscal_year, phase, denominator
            order by
                case when is_same_body then 0 else 1 end, case when is_same_year then 0 else 1 end,
                abs(heads_year - fiscal_year) nulls last, heads_organisation nulls last, heads_document_id nulls last
        ) as choice
    from paired
),

by_figure as (
    select ledger_id, {{ ids_in_one('finding_id') }} as finding_ids
    from {{ ref('fct_figure_findings') }}
    group by ledger_id
),

statuses as ({{ stated_statuses('paired', 'ledger_id') }})

select
    ranked.fiscal_year,
    ranked.phase,
    ranked.organisation as organisation_name,
    ranked.department as department_name,
    case ranked.subject
        {% for subject, name in subjects.items() %} when '{{ subject }}' then '{{ name }}'{% endfor %}
    end as numerator,
    ranked.amount_cny,
    ranked.denominator,
    ranked.denominator_as_printed,
    ranked.heads,
    case
        when ranked.is_same_body and ranked.is_same_year then {{ as_decimal(ratio('ranked.amount_cny', 'ranked.heads'), 20, 2) }}
    end as per_head_cny,
    case when not ranked.is_same_body then 'scope' when not ranked.is_same_year then 'year' end as not_comparable,
    ranked.heads_organisation as heads_organisation_name,
    ranked.as_of,
    ranked.heads_year,
    case when ranked.is_same_body and ranked.is_same_year then ranked.vehicles end as vehicles,
    documents.document_file,
    ranked.page,
    ranked.line,
    ranked.ledger_id,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids,
    heads_documents.document_file as heads_document_file,
    ranked.heads_page,
    ranked.heads_line,
    ranked.organisation_id,
    ranked.series_id
from ranked
inner join {{ ref('dim_documents') }} as documents on ranked.document_id = documents.document_id
inner join {{ ref('dim_documents') }} as heads_documents on ranked.heads_document_id = heads_documents.document_id
left join by_figure as findings on ranked.ledger_id = findings.ledger_id
left join statuses on ranked.ledger_id = statuses.ids
where ranked.choice = 1
order by organisation_name, fiscal_year, phase, numerator, denominator, series_id
