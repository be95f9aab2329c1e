{#
    Cost targets that are the amount of a whole project or organisation, in yuan: the only one of its form, in a unit
    of money printed beside the figure or in the name. A price, a rate, or the cost of a part is none. `controls` tells
    what of an organisation is meant.
#}
with targets as (
    select
        *,
        coalesce(
            case when target_unit in ({{ money_units() }}) then target_unit end,
            nullif(regexp_extract(indicator_name, '[(（]({{ units_of_amount() | join('|') }})[)）]', 1), '')
        ) as unit
    from {{ ref('fct_indicators') }}
    where
        is_applicable
        and aspect like '%{{ words('cost') }}%'
        and target_number is not null
        and (target_unit is null or target_unit in ({{ money_units() }}))
        and regexp_matches(indicator_name, '{{ words('cost_of_a_whole') }}')
),

whole as (
    select
        *,
        case
            when scope = 'project' then 'project'
            when indicator_name like '%{{ words('basic_expenditure') }}%' then 'basic'
            when indicator_name like '%{{ words('project_expenditure') }}%' then 'projects'
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
        ':', document_id, 't' || cast(table_number as string), 'r' || cast(row_number as string), 'cost'
    ) as operand_id,
    target_number * {{ unit_factor('unit', 'true') }} as amount_cny,
    {{ as_decimal(
        half_unit("length(regexp_extract(target_value, '[.]([0-9]+)', 1))", unit_factor('unit', 'true')), 20, 6
    ) }} as half_unit_cny
from counted
where targets_printed = 1
