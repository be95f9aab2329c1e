{#
    Indicators with a name that can be compared: without what printing adds, and without the project's name before it.
    Amounts of money are in yuan, and a unit that the name bears holds for a value without one.
#}
with indicators as (
    select
        indicators.*,
        {{ folded_indicator('indicator_name') }} as folded_name,
        {{ comparable_name("coalesce(project_name, '')") }} as project,
        coalesce({{ unit_in_name('indicator_name') }}, '') as name_unit
    from {{ ref('fct_indicators') }} as indicators
    where is_applicable
),

named as (
    select
        *,
        case
            when project <> '' and folded_name like project || '{{ words('project') }}__%'
                then substr(folded_name, length(project) + 3)
            when project <> '' and folded_name like project || '_%' then substr(folded_name, length(project) + 1)
            else folded_name
        end as own_name,
        replace(coalesce(target_unit, nullif(name_unit, '')), '％', '%') as target_measure,
        replace(coalesce(actual_unit, nullif(name_unit, '')), '％', '%') as actual_measure
    from indicators
)

select
    *,
    project || own_name as full_name,
    {% for side in ['target', 'actual'] %}
    {# What rounding explains of a sum of money, and of a rate attained; a count and a target are exact. #}
    case
        when {{ side }}_measure in ({{ money_units() }}{{ ", '%'" if side == 'actual' }})
            then {{ as_decimal(half_unit(
                'length(regexp_extract(' ~ side ~ "_value, '[0-9][.]([0-9]+)', 1))",
                unit_factor(side ~ '_measure', 'false')
            ), 20, 6) }}
        else 0
    end as {{ side }}_half_unit,
    {{ side }}_number * {{ unit_factor(side ~ '_measure', 'false') }} as {{ side }},
    case
        when {{ side }}_measure in ({{ money_units() }}) then '{{ words('yuan') }}'
        else {{ side }}_measure
    end as {{ side }}_counter,
    {{ indicator_operand_id('named', side) }} as {{ side }}_operand_id{{ ',' if not loop.last }}
    {% endfor %}
from named
