{#
    What each failed check demands of each figure that enters it: the value with which it would hold, were all others
    right, and how far from it is near enough. `bound` is 0 for just this value, 1 for at least, -1 for at most. A unit
    that is misprinted demands the amount that the unit meant makes of the figure. Words demand nothing here.
#}
with rates as (
    select
        check_id,
        sum(case when role = 'numerator' then sign * value end) as numerator,
        sum(case when role = 'denominator' then sign * value end) as denominator
    from {{ ref('audit_entering') }}
    group by check_id
),

demanded as (
    select
        entering.*,
        case entering.role
            when 'anchor' then cast(failures.expected_value as double)
            when 'addend' then cast(entering.value + entering.sign * failures.difference as double)
            when 'numerator'
                then entering.value
                    + entering.sign * (failures.actual_value * rates.denominator / 100 - rates.numerator)
            when 'denominator'
                then entering.value
                    + entering.sign * (100 * rates.numerator / nullif(failures.actual_value, 0) - rates.denominator)
        end as demanded,
        cast(failures.tolerance as double) * case entering.role
            when 'numerator' then abs(rates.denominator) / 100
            when 'denominator' then abs(100 * rates.numerator / nullif(failures.actual_value * failures.actual_value, 0))
            else 1
        end as tolerance,
        case
            when failures.comparison = 'equal' then 0
            when (failures.comparison = 'at_most') = (entering.role = 'anchor') then -entering.sign
            else entering.sign
        end as bound
    from {{ ref('audit_entering') }} as entering
    inner join {{ ref('audit_failures') }} as failures on entering.check_id = failures.check_id
    inner join rates on entering.check_id = rates.check_id
    where failures.comparison <> 'same_text' and entering.role <> 'evidence'
)

select check_id, rule_id, document_id, figure_id, role, value, demanded, tolerance, bound
from demanded
where demanded is not null

union all

select
    entering.check_id,
    entering.rule_id,
    entering.document_id,
    entering.figure_id,
    'unit' as role,
    amounts.value,
    cast(amounts.value as double) * {{ unit_factor('units.unit_meant', 'true') }} / {{ unit_factor('units.unit_printed', 'true') }}
        as demanded,
    amounts.half_unit as tolerance,
    0 as bound
from {{ ref('audit_entering') }} as entering
inner join {{ ref('audit_misprinted_units') }} as units on entering.operand_id = units.operand_id
inner join {{ ref('audit_operands') }} as amounts on units.amount_id = amounts.operand_id
where entering.role = 'anchor' and units.source = 'prose'
