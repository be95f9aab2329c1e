{#
    Operands of every growth, share and rate stated in the text whose level and base are known. A growth is the change
    over the base; where only the change is stated, the base is the level without it. A share or a rate is the level
    over its base; where the text does not state the base, it is the table's figure that comes nearest.
    `holds_in_one_unit` is true where the rate is wrong in yuan and right once all amounts are read in one unit.
#}
with prose as (
    select
        *,
        coalesce(amount_cny, value) as quantity,
        {{ unit_factor('unit_as_printed', 'amount_cny is not null') }} * power(10, -coalesce(decimals, 0)) / 2 as half_unit
    from {{ ref('fct_prose_amounts') }}
),

rates as (
    select * from prose where role in ('growth', 'share', 'rate') and level_id is not null
),

growths as (
    select
        rates.prose_id,
        rates.direction,
        levels.prose_id as level_id,
        bases.prose_id as base_id,
        bases.role as base_role,
        bases.direction as base_direction
    from rates
    inner join prose as levels on rates.level_id = levels.prose_id
    inner join prose as bases on rates.base_id = bases.prose_id
    where rates.role = 'growth' and levels.quantity is not null and bases.quantity is not null
),

{# The whole of a share, or the plan of a rate, that only a table prints. #}
tabled as (
    select
        rates.prose_id,
        figures.ledger_id,
        row_number() over (
            partition by rates.prose_id
            order by
                abs(rates.value - 100 * levels.quantity / nullif(figures.amount_cny, 0)), figures.table_number,
                figures.row_number, figures.column_number
        ) as nearness
    from rates
    inner join prose as levels on rates.level_id = levels.prose_id
    inner join {{ ref('topics') }} as topics on rates.base_topic = topics.topic
    inner join {{ ref('audit_figures') }} as figures
        on
            topics.family = figures.family
            and coalesce(topics.fund, figures.fund) = figures.fund
            and coalesce(topics.side, figures.side) = figures.side
            and topics.item = figures.item
            and topics.measure = figures.measure
            and rates.document_id = figures.document_id
            and coalesce(rates.organisation, '') = figures.organisation
            and rates.fiscal_year = figures.fiscal_year
            and (
                (rates.role = 'share' and coalesce(levels.phase, figures.phase) = figures.phase)
                or (rates.role = 'rate' and figures.phase = coalesce(rates.base_phase, figures.phase)
                    and figures.phase <> 'executed')
            )
    where rates.base_id is null and rates.role in ('share', 'rate') and figures.amount_cny <> 0
),

parts as (
    select prose_id, level_id as part_id, direction as sign, 'numerator' as role
    from growths where base_role <> 'change'
    union all
    select prose_id, base_id as part_id, -direction as sign, 'numerator' as role
    from growths where base_role <> 'change'
    union all
    select prose_id, base_id as part_id, 1 as sign, 'denominator' as role
    from growths where base_role <> 'change'
    union all
    select prose_id, base_id as part_id, direction * base_direction as sign, 'numerator' as role
    from growths where base_role = 'change'
    union all
    select prose_id, level_id as part_id, 1 as sign, 'denominator' as role
    from growths where base_role = 'change'
    union all
    select prose_id, base_id as part_id, -base_direction as sign, 'denominator' as role
    from growths where base_role = 'change'
    union all
    select prose_id, level_id as part_id, 1 as sign, 'numerator' as role
    from rates where role in ('share', 'rate') and base_id is not null
    union all
    select prose_id, base_id as part_id, 1 as sign, 'denominator' as role
    from rates where role in ('share', 'rate') and base_id is not null
    union all
    select rates.prose_id, rates.level_id as part_id, 1 as sign, 'numerator' as role
    from rates inner join tabled on rates.prose_id = tabled.prose_id and tabled.nearness = 1
    union all
    select prose_id, ledger_id as part_id, 1 as sign, 'denominator' as role
    from tabled where nearness = 1
),

judged as (
    select
        parts.prose_id,
        100 * cast(sum(case when parts.role = 'numerator' then parts.sign * prose.quantity end) as double)
        / nullif(cast(sum(case when parts.role = 'denominator' then parts.sign * prose.quantity end) as double), 0)
            as in_yuan,
        100 * cast(sum(case when parts.role = 'numerator' then parts.sign * prose.value end) as double)
        / nullif(cast(sum(case when parts.role = 'denominator' then parts.sign * prose.value end) as double), 0)
            as in_one_unit,
        count(distinct prose.unit_as_printed) as units,
        count(prose.prose_id) = count(*) as is_all_stated
    from parts
    left join prose on parts.part_id = prose.prose_id
    group by parts.prose_id
)

select
    rates.prose_id,
    rates.role as kind,
    parts.part_id,
    parts.sign,
    parts.role,
    judged.is_all_stated and judged.units > 1
    and abs(rates.value - judged.in_one_unit) <= greatest(4 * rates.half_unit, 0.05)
    and abs(rates.value - judged.in_yuan) > greatest(4 * rates.half_unit, 0.05) as holds_in_one_unit
from rates
inner join parts on rates.prose_id = parts.prose_id
inner join judged on rates.prose_id = judged.prose_id
