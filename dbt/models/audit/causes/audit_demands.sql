{#
    What each failed check demands of each figure that enters it: the value with which it would hold, were all others
    right, and how far from it is near enough. `bound` is 0 for just this value, 1 for at least, -1 for at most. A figure
    may enter a rate both above and below. A unit that is misprinted demands the amount that the unit meant makes of the
    figure. Words demand nothing here.
#}
with entering as (
    select
        entering.check_id,
        entering.rule_id,
        entering.document_id,
        entering.figure_id,
        case when entering.role = 'anchor' then 'anchor' else 'part' end as role,
        max(entering.value) as value,
        sum(case when entering.role = 'addend' then entering.sign else 0 end) as in_sum,
        sum(case when entering.role = 'numerator' then entering.sign else 0 end) as in_numerator,
        sum(case when entering.role = 'denominator' then entering.sign else 0 end) as in_denominator
    from {{ ref('audit_entering') }} as entering
    where entering.role <> 'evidence'
    group by
        entering.check_id, entering.rule_id, entering.document_id, entering.figure_id,
        case when entering.role = 'anchor' then 'anchor' else 'part' end
),

rates as (
    select
        check_id,
        sum(case when role = 'numerator' then sign * value end) as numerator,
        sum(case when role = 'denominator' then sign * value end) as denominator
    from {{ ref('audit_entering') }}
    group by check_id
),

{# Of a rate what is left above and below without the figure. #}
placed as (
    select
        entering.*,
        failures.comparison,
        cast(failures.actual_value as double) as actual,
        cast(failures.expected_value as double) as expected,
        cast(failures.tolerance as double) as rounding,
        cast(rates.numerator - entering.in_numerator * entering.value as double) as above,
        cast(rates.denominator - entering.in_denominator * entering.value as double) as below
    from entering
    inner join {{ ref('audit_failures') }} as failures on entering.check_id = failures.check_id
    inner join rates on entering.check_id = rates.check_id
    where failures.comparison <> 'same_text'
),

demanded as (
    select
        *,
        case
            when role = 'anchor' then expected
            when in_sum <> 0 then value + (actual - expected) / in_sum
            else (actual * below - 100 * above) / nullif(100 * in_numerator - actual * in_denominator, 0)
        end as demanded
    from placed
)

select
    check_id,
    rule_id,
    document_id,
    figure_id,
    role,
    value,
    demanded,
    case
        when role = 'anchor' then rounding
        when in_sum <> 0 then rounding / abs(in_sum)
        else
            rounding * power(below + in_denominator * demanded, 2)
            / nullif(100 * abs(in_numerator * below - in_denominator * above), 0)
    end as tolerance,
    case
        when comparison = 'equal' then 0
        when (comparison = 'at_most') = (role = 'anchor') then -1
        else 1
    end * case when role = 'part' then cast(sign(in_sum) as integer) else 1 end as bound
from demanded
where demanded is not null and (role = 'anchor' or in_sum <> 0 or in_numerator <> 0 or in_denominator <> 0)

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
