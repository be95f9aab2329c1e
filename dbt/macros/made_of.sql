{#
    What the parts of each check make: their sum, or their quotient in percent; and how far rounding may have moved that:
    most where a quotient's numerator was rounded down and its denominator up. One that rounding may bring to nothing tells
    nothing.
    `parts` are operands with how they enter; evidence enters neither.
#}
{% macro made_of(parts) %}
    select
        *,
        case
            when numerator is not null then 100 * numerator / nullif(denominator, 0)
            else total
        end as expected,
        case
            when numerator is not null then
                100 * (
                    (abs(numerator) + numerator_rounding)
                    / nullif(greatest(abs(denominator) - denominator_rounding, 0), 0)
                    - abs(numerator) / nullif(abs(denominator), 0)
                )
            else total_rounding
        end as parts_rounding
    from (
        select
            rule_id,
            anchor_id,
            count(case when role <> 'evidence' then 1 end) as operands,
            sum(case when role = 'addend' then sign * value end) as total,
            sum(case when role = 'addend' then half_unit else 0 end) as total_rounding,
            cast(sum(case when role = 'numerator' then sign * value end) as double) as numerator,
            sum(case when role = 'numerator' then half_unit else 0 end) as numerator_rounding,
            cast(sum(case when role = 'denominator' then sign * value end) as double) as denominator,
            sum(case when role = 'denominator' then half_unit else 0 end) as denominator_rounding,
            max(half_unit) as coarsest_half_unit,
            max(case when is_unsure then 1 else 0 end) as unsure_parts,
            max(case when reading_status = 'doubtful' then 1 else 0 end) as doubtful,
            max(case when reading_status = 'untested' then 1 else 0 end) as untested,
            min(case when role <> 'evidence' then operand_id end) as first_part_id
        from {{ parts }}
        group by rule_id, anchor_id
    ) as combined
{% endmacro %}
