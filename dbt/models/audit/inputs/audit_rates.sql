{#
    Operands of every growth, share and rate stated in the text. `holds_in_one_unit` is true where the rate is wrong in
    yuan and right once all amounts are read in one unit.
#}
with prose as (
    select
        *,
        coalesce(amount_cny, value) as quantity,
        {{ half_unit('decimals', unit_factor('unit_as_printed', 'amount_cny is not null')) }} as half_unit
    from {{ ref('fct_prose_amounts') }}
),

parts as (
    select * from {{ ref('audit_rate_operands') }}
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
    parts.kind,
    parts.part_id,
    parts.sign,
    parts.role,
    judged.is_all_stated and judged.units > 1
    and abs(rates.value - judged.in_one_unit) <= greatest(4 * rates.half_unit, 0.05)
    and abs(rates.value - judged.in_yuan) > greatest(4 * rates.half_unit, 0.05) as holds_in_one_unit
from prose as rates
inner join parts on rates.prose_id = parts.prose_id
inner join judged on rates.prose_id = judged.prose_id
