{#
    The figures that an amount stated in the text can mean: those of its topic, code or project, of the same organisation,
    year and phase; an amount without a phase may be approved or revised. The text seldom says of which fund or column it
    speaks. A part is of the fund of the whole that it is listed under; where no table need hold that, a figure of a
    single fund may be another (`is_of_one_fund`).
#}
with stated as (
    select * from {{ ref('audit_stated_levels') }} where is_of_organisation and horizon = 'year'
),

{# An expenditure of a code is its total or one of its parts, an income that of a code of the income table. #}
by_code as (
    select stated.prose_id, figures.ledger_id, figures.fund, figures.amount_cny, figures.half_unit_cny
    from stated
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ can_mean('stated', 'figures') }}
            and stated.code = figures.code
            and coalesce(stated.organisation, '') = figures.organisation
    where stated.topic = 'function' and figures.classification = 'function'
),

{# The summary of all appropriations prints a 类 by its name alone. #}
by_name as (
    select stated.prose_id, figures.ledger_id, figures.fund, figures.amount_cny, figures.half_unit_cny
    from stated
    inner join {{ ref('dim_functions') }} as functions on stated.code = functions.function_code
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ can_mean('stated', 'figures') }}
            and {{ comparable_name('functions.function_name') }} = {{ comparable_name('figures.name_as_printed') }}
            and coalesce(stated.organisation, '') = figures.organisation
    where stated.topic = 'function' and figures.code is null and figures.family = 'balance'
),

{#
    Where a fund's table prints a code by units alone, what other tables print of it for all funds is another amount, but
    where it is what the units come to.
#}
of_funds as (
    select
        document_id,
        fiscal_year,
        phase,
        code,
        organisation,
        fund,
        sum(case when measure = 'total' then amount_cny end) as amount_cny
    from {{ ref('audit_figures') }}
    where classification = 'function' and code is not null and fund not in ('', 'all', 'fiscal_appropriation')
    group by document_id, fiscal_year, phase, code, organisation, fund
),

by_units_alone as (
    select stated.prose_id, units.fund, sum(units.amount_cny) as amount_cny, count(*) as units
    from stated
    inner join of_funds as units
        on {{ can_mean('stated', 'units') }} and stated.code = units.code
    where not exists (
        select 1
        from of_funds as own
        where
            {{ can_mean('stated', 'own') }}
            and stated.code = own.code
            and coalesce(stated.organisation, '') = own.organisation
    )
    group by stated.prose_id, units.fund
),

of_code as (
    select told.prose_id, told.ledger_id
    from (
        select * from by_code
        union all
        select * from by_name
    ) as told
    left join by_units_alone on told.prose_id = by_units_alone.prose_id and told.fund in ('all', 'fiscal_appropriation')
    group by told.prose_id, told.ledger_id
    having
        count(by_units_alone.prose_id) = 0
        or max(case
            when abs(told.amount_cny - by_units_alone.amount_cny) <= told.half_unit_cny * (by_units_alone.units + 1) then 1
            else 0
        end) = 1
),

{# Rows and forms; the tasks of a 整体支出 table are cut otherwise than projects, though a name may be shared. #}
by_project as (
    select stated.prose_id, figures.ledger_id
    from stated
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ can_mean('stated', 'figures') }}
            and stated.project_name = figures.project_name
            and figures.organisation in (stated.organisation, stated.department)
    inner join {{ ref('dim_statements') }} as statements
        on figures.statement_kind = statements.statement_kind and statements.project_source <> 'tasks'
    where stated.topic = 'project' and figures.measure <> 'midterm'
),

{# 财政拨款支出 is of its fund though a table of all funds prints it too; what tables of several funds print is of none. #}
funds as (
    select topic, coalesce(max(nullif(fund, 'all')), 'all') as fund
    from {{ ref('topics') }}
    where fund is not null
    group by topic
    having count(distinct nullif(fund, 'all')) <= 1
),

by_topic as (
    select
        stated.prose_id,
        figures.ledger_id,
        topics.fund is null
        and figures.fund not in ('', coalesce(wholes.fund, 'all'))
        and (figures.family = 'expenditure' or (figures.family = 'balance' and wholes.fund is not null))
            as is_of_one_fund
    from stated
    left join funds as wholes on stated.whole = wholes.topic
    inner join {{ ref('topics') }} as topics on stated.topic = topics.topic
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ is_of_topic() }}
            and {{ can_mean('stated', 'figures') }}
            and coalesce(stated.organisation, '') = figures.organisation
)

select prose_id, ledger_id, max(case when is_of_one_fund then 1 else 0 end) = 1 as is_of_one_fund
from (
    select *, false as is_of_one_fund from of_code
    union all
    select *, false as is_of_one_fund from by_project
    union all
    select * from by_topic
) as meant
group by prose_id, ledger_id
