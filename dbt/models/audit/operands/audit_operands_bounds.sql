{#
    What an indicator implies of itself, as operands: 100 percent for a rate that is a part of a whole, the number as it
    is usually written, the unit that the name bears, one of what is counted where at least none is asked for.
#}
with indicators as (
    select * from {{ ref('audit_indicator_names') }}
),

implied as (
    select
        *,
        'bound' as what,
        indicator_name as implied_text,
        cast(100 as decimal(28, 6)) as implied,
        '%' as implied_unit
    from indicators
    where regexp_matches(folded_name, '{{ words('rates_of_a_whole') }}')

    union all

    select
        *,
        'meant' as what,
        case
            {# 00% may be 0% or 100%: nothing is suggested #}
            when regexp_matches(target_value, '^[≥≤=><]?0+[^0-9.,]*$') and not regexp_matches(target_value, '^[≥≤=><]?0[^0-9]*$')
                then null
            when regexp_matches(target_value, '^[≥≤=><]?0[0-9]+[^0-9.,]*$')
                then concat_ws('', comparator, cast(cast(target_number as bigint) as string), target_unit)
            else target_value
        end as implied_text,
        target as implied,
        target_counter as implied_unit
    from indicators
    where target is not null

    union all

    select
        *,
        'unit' as what,
        case
            when target_unit is not null and {{ counts_the_same('name_unit', 'target_unit') }} then target_value
            else name_unit
        end as implied_text,
        target as implied,
        name_unit as implied_unit
    from indicators
    where {{ tells_its_unit() }}

    union all

    select
        *,
        'least' as what,
        indicator_name as implied_text,
        cast(1 as decimal(28, 6)) as implied,
        target_counter as implied_unit
    from indicators
    where {{ asks_for_nothing() }}
)

{{ operand(
    'implied', 'indicator',
    lacks=['column_number'],
    operand_id="target_operand_id || ':' || what",
    subject='indicator_name',
    stable_subject="concat_ws(
        '|', 'bound', organisation, cast(fiscal_year as string), project_name, indicator_name, what
    )",
    text='implied_text',
    value='implied',
    half_unit='cast(0 as decimal(20, 6))',
    value_unit='implied_unit'
) }}
