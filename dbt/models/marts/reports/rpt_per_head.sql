{#
    Money and heads of one body and year. Who is retired is in no denominator: 实有人员 that is the sum of the staff and
    the retired is left out. What organs run on is not spent by 事业单位: where a body has such posts, its heads are of a wider
    scope. Where heads are stated of another body of the department only, or of another year, the row
    says so and divides nothing.
#}
{% set parts = ['administrative', 'auxiliary', 'judicial', 'civil_service', 'business', 'worker', 'other'] %}
{% set subjects = {
    'expenditure_total': 'spending', 'basic': 'basic', 'three_public_total': 'three_public', 'operating_expenses': 'operating_cost'
} %}
with first_stated as (
    select
        *,
        row_number() over (
            partition by document_id, organisation_id, fiscal_year, kind
            order by as_of desc nulls last, sequence nulls last, span_start nulls last
        ) as choice
    from {{ ref('fct_headcounts') }}
),

counted as (
    select facts.*, organisations.department_id as of_department
    from first_stated as facts
    inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
    left join {{ ref('dim_organisations') }} as organisations on facts.organisation_id = organisations.organisation_id
    where facts.choice = 1 and documents.is_current and facts.organisation_id is not null
),

{# Posts under words of no known kind that are the sum of the other kinds are their whole, and no kind beside them. #}
told as (
    select
        {{ all_but('counted', 'kind') }},
        case
            when
                kind = 'other_posts' and 2 * count = sum(case when kind like '%$_posts' escape '$' then count end) over (
                    partition by document_id, organisation_id, fiscal_year
                )
                then 'posts'
            else kind
        end as kind
    from counted
),

wholes as (
    select
        document_id, organisation_id, fiscal_year,
        {% for name in ['posts', 'staff'] %}
        max(case when kind = '{{ name }}' then count end) as {{ name }},
        {% endfor %}
        sum(case when kind in ('retired', 'retired_veterans', 'retired_all') then count end) as retired,
        max(case when kind = 'vehicles' then count end) as vehicles,
        max(case when kind like 'business%' and count > 0 then 1 else 0 end) as has_business
    from told
    group by document_id, organisation_id, fiscal_year
),

heads as (
    {% for name in ['posts', 'staff', 'present'] %}
    {% set whole = 'wholes.' ~ name if name != 'present' else 'cast(null as integer)' %}
    select
        counted.document_id,
        counted.organisation_id,
        counted.fiscal_year,
        '{{ name }}' as denominator,
        cast(sum(counted.count) as integer) as heads,
        {{ listed('counted.label_as_printed', ' + ', 'counted.span_start') }} as denominator_as_printed,
        max(coalesce(counted.of_department, counted.organisation_id)) as department_id,
        max(counted.organisation) as organisation,
        max(counted.as_of) as as_of,
        min(counted.page) as page,
        min(counted.line) as line,
        max(wholes.vehicles) as vehicles,
        max(wholes.has_business) as has_business
    from told as counted
    inner join wholes
        on
            counted.document_id = wholes.document_id
            and counted.organisation_id = wholes.organisation_id
            and counted.fiscal_year = wholes.fiscal_year
    where
        {% if name == 'present' %}
        counted.kind = 'present' and counted.count <> coalesce(wholes.staff, 0) + coalesce(wholes.retired, 0)
        {% else %}
        counted.kind = '{{ name }}'
        or (wholes.{{ name }} is null and counted.kind in ('{{ parts | join("_" ~ name ~ "', '") }}_{{ name }}'))
        {% endif %}
    group by counted.document_id, counted.organisation_id, counted.fiscal_year
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

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
)

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
where ranked.choice = 1
order by organisation_name, fiscal_year, phase, numerator, denominator, series_id
