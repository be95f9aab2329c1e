{#
    Cost targets that are the amount of a whole project or organisation, in yuan: the only one of its form, in a unit
    of money printed beside the figure or in the name. A price, a rate, or the cost of a part is none. `controls` tells
    what of an organisation is meant.
#}
with targets as (
    select
        *,
        coalesce(
            case when target_unit in ('元', '万元', '亿元') then target_unit end,
            nullif(regexp_extract(indicator_name, '[(（](元|万元|亿元)[)）]', 1), '')
        ) as unit
    from {{ ref('fct_indicators') }}
    where
        is_applicable
        and aspect like '%成本%'
        and target_number is not null
        and (target_unit is null or target_unit in ('元', '万元', '亿元'))
        and (
            indicator_name like '%控制数%' or indicator_name like '%控制额%' or indicator_name like '%控制金额%'
            or indicator_name like '%预算金额%' or indicator_name like '%预算规模%' or indicator_name like '%总成本%'
            or indicator_name like '%预算总额%' or indicator_name in ('成本控制', '项目成本', '预算成本', '项目成本金额')
        )
),

whole as (
    select
        *,
        case
            when scope = 'project' then 'project'
            when indicator_name like '%基本支出%' then 'basic'
            when indicator_name like '%项目支出%' then 'projects'
            else 'total'
        end as controls
    from targets
    where unit is not null
),

counted as (
    select *, count(*) over (partition by document_id, table_number, controls) as targets_printed
    from whole
)

select
    document_id,
    table_number,
    row_number,
    page,
    line,
    ledger_id,
    statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    project_name,
    aspect,
    indicator_name,
    target_value,
    controls,
    concat_ws(
        ':', document_id, 't' || cast(table_number as varchar), 'r' || cast(row_number as varchar), 'cost'
    ) as operand_id,
    target_number * {{ unit_factor('unit') }} as amount_cny,
    cast(
        {{ half_unit("length(regexp_extract(target_value, '[.]([0-9]+)', 1))", unit_factor('unit')) }}
        as decimal(20, 6)
    ) as half_unit_cny
from counted
where targets_printed = 1
