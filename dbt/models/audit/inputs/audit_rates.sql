{#
    Operands of every growth, share and rate stated in the text. `holds_in_one_unit` is true where the rate is wrong in
    yuan and right once all amounts are read in one unit. `holds_among_parts` is true for the shares of one whole that all
    are the shares of their own sum: the whole that they mean leaves out what is no part (结转), whatever its name.
    `holds_of_another` is true for a share that names no whole (占比) and is right of another amount of its paragraph.
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

shares as (
    select
        parts.prose_id,
        whole.part_id as whole_id,
        rates.value,
        rates.half_unit,
        100 * cast(levels.quantity as double)
        / nullif(cast(sum(levels.quantity) over (partition by whole.part_id) as double), 0) as of_sum,
        count(*) over (partition by whole.part_id) as siblings
    from parts
    inner join parts as whole on parts.prose_id = whole.prose_id and whole.role = 'denominator'
    inner join prose as rates on parts.prose_id = rates.prose_id
    inner join prose as levels on parts.part_id = levels.prose_id
    where parts.kind = 'share' and parts.role = 'numerator'
),

wholes as (
    select
        whole_id,
        max(siblings) > 1 and max(abs(value - of_sum) - 2 * half_unit) <= 0.01 as holds_among_parts
    from shares
    group by whole_id
),

others as (
    select distinct rates.prose_id
    from prose as rates
    inner join parts on rates.prose_id = parts.prose_id and parts.kind = 'share' and parts.role = 'numerator'
    inner join prose as levels on parts.part_id = levels.prose_id
    inner join prose as whole
        on
            rates.document_id = whole.document_id
            and rates.paragraph = whole.paragraph
            and levels.prose_id <> whole.prose_id
    where
        rates.base_topic is null and whole.role = 'level'
        and abs(100 * levels.amount_cny - rates.value * whole.amount_cny) <= rates.half_unit * whole.amount_cny
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
    and abs(rates.value - judged.in_yuan) > greatest(4 * rates.half_unit, 0.05) as holds_in_one_unit,
    coalesce(wholes.holds_among_parts, false) as holds_among_parts,
    others.prose_id is not null as holds_of_another
from prose as rates
inner join parts on rates.prose_id = parts.prose_id
inner join judged on rates.prose_id = judged.prose_id
left join shares on rates.prose_id = shares.prose_id
left join wholes on shares.whole_id = wholes.whole_id
left join others on rates.prose_id = others.prose_id
