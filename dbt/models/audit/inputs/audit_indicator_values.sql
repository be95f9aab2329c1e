{#
    Identity 19: values of one indicator, by the rule that compares them. Numbers are compared where they count the same thing;
    words where they differ in their digits alone, as two ranges or two dates do. A name that two forms print more than
    once has a set of values in each: what stands in the other set too is not held against another of it.
#}
with names as (
    select * from {{ ref('audit_indicator_names') }}
),

sides as (
    {% for side in ['target', 'actual'] %}
    select
        pairs.kind,
        '{{ side }}' as side,
        later.{{ side }}_operand_id as anchor_id,
        earlier.{{ side }}_operand_id as part_id,
        later.{{ side }} as later_number,
        earlier.{{ side }} as earlier_number,
        later.{{ side }}_counter as later_counter,
        earlier.{{ side }}_counter as earlier_counter,
        replace(later.{{ side }}_value, ' ', '') as later_text,
        replace(earlier.{{ side }}_value, ' ', '') as earlier_text,
        later.{{ side }} <> earlier.{{ side }} and later.table_number <> earlier.table_number and (
            exists ({{ stands_in('earlier', side, 'later') }}) or exists ({{ stands_in('later', side, 'earlier') }})
        ) as is_matched
    from {{ ref('audit_indicator_pairs') }} as pairs
    inner join names as later on pairs.later_id = later.target_operand_id
    inner join names as earlier on pairs.earlier_id = earlier.target_operand_id
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    case
        when side = 'actual' then 'one_indicator_one_actual'
        when kind = 'same' then 'one_indicator_one_target'
        {# A unit's count may be the sum of several projects, of which one bears the name. #}
        when kind = 'unit' and earlier_number > later_number and (later_counter is distinct from '%')
            then 'similar_targets_agree'
        when kind = 'unit' then 'unit_target_equals_project_target'
        else 'similar_targets_agree'
    end as rule_id,
    anchor_id,
    part_id
from sides
where
    later_number is not null and earlier_number is not null and not coalesce(is_matched, false)
    and (side = 'target' or kind <> 'similar')
    and (
        later_counter is not distinct from earlier_counter
        or (
            coalesce(later_counter, earlier_counter) not in ('%', '{{ words('yuan') }}')
            and (later_counter is null or earlier_counter is null)
        )
        or right(later_counter, length(earlier_counter)) = earlier_counter
        or right(earlier_counter, length(later_counter)) = later_counter
    )

union all

select 'one_indicator_one_range' as rule_id, anchor_id, part_id
from sides
where
    kind <> 'similar' and later_number is null and earlier_number is null
    and later_text <> earlier_text
    and {{ digits_removed('later_text') }} = {{ digits_removed('earlier_text') }}
