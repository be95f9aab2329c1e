{#
    Heads that money can be divided by: one row per document, body, year and denominator (posts, staff, who is present),
    the sum of its kinds where no whole is stated. Who is retired is in none: 实有人员 that is the sum of the staff and the
    retired is left out.
#}
{% macro heads_by_denominator() %}
{% set parts = ['administrative', 'auxiliary', 'judicial', 'civil_service', 'business', 'worker', 'other'] %}
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
    )

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
{% endmacro %}
