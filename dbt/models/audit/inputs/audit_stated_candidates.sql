{#
    What the tables print for an amount stated in the text: the figures of its topic, code or project, of the same
    organisation, year and phase. The text seldom says of which fund or column it speaks: every figure that it may mean
    is a candidate, and the nearest is the one it is set against; where none is near, one of all funds before one of a
    single fund where tables of all funds are usual (`is_of_one_fund`): the text may not speak of it at all. A part is of
    the fund of the whole that it is listed under. An amount without a phase may be approved or revised.
    `is_among_unread`: the document prints its digits in a table where no meaning was found for them.
#}
{% set near = '(abs(stated.amount_cny - figures.amount_cny) <= 0.001 * abs(figures.amount_cny))' %}
with stated as (
    select * from {{ ref('audit_stated_levels') }} where is_of_organisation
),

{# An expenditure of a code is its total or one of its parts, an income that of a code of the income table. #}
by_code as (
    select stated.prose_id, figures.ledger_id
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
    select stated.prose_id, figures.ledger_id
    from stated
    inner join {{ ref('dim_functions') }} as functions on stated.code = functions.function_code
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ can_mean('stated', 'figures') }}
            and {{ comparable_name('functions.function_name') }} = {{ comparable_name('figures.name_as_printed') }}
            and coalesce(stated.organisation, '') = figures.organisation
    where stated.topic = 'function' and figures.code is null and figures.family = 'balance'
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
),

candidates as (
    select prose_id, ledger_id, max(case when is_of_one_fund then 1 else 0 end) = 1 as is_of_one_fund
    from (
        select *, false as is_of_one_fund from by_code
        union all
        select *, false as is_of_one_fund from by_name
        union all
        select *, false as is_of_one_fund from by_project
        union all
        select * from by_topic
    ) as meant
    group by prose_id, ledger_id
),

unread as (
    select distinct document_id, replace(replace(value_as_printed, ',', ''), '，', '') as digits
    from {{ ref('fct_ledger') }}
    where disposition = 'unmapped' and length(value_as_printed) > 3
)

select
    stated.prose_id,
    stated.document_id,
    stated.topic,
    stated.paragraph,
    stated.amount_cny,
    stated.sequence,
    stated.span_start,
    candidates.ledger_id,
    figures.amount_cny as table_cny,
    stated.amount_cny - figures.amount_cny as difference_cny,
    unread.document_id is not null as is_among_unread,
    candidates.is_of_one_fund and not {{ near }} as is_of_one_fund,
    row_number() over (
        partition by stated.prose_id
        order by
            case when candidates.is_of_one_fund and not {{ near }} then 1 else 0 end,
            abs(stated.amount_cny - figures.amount_cny) nulls last,
            case figures.family when 'expenditure' then 0 else 1 end,
            figures.table_number nulls last, figures.row_number nulls last, figures.column_number nulls last
    ) as nearness
from candidates
inner join stated on candidates.prose_id = stated.prose_id
inner join {{ ref('audit_figures') }} as figures on candidates.ledger_id = figures.ledger_id
left join unread
    on
        stated.document_id = unread.document_id
        and replace(replace(stated.value_as_printed, ',', ''), '，', '') = unread.digits
