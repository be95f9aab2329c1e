{#
    Identity 19: a target fits what it is a target of. A part of a whole is no more than 100 percent; 00% is no number;
    a name that says （次） has no target in 周; a rate without a percent sign bears one elsewhere in the document.
#}
with indicators as (
    select * from {{ ref('audit_indicator_names') }}
),

signed as (
    select
        document_id,
        own_name,
        min(target_operand_id) as part_id,
        count(*) as times
    from indicators
    where target_unit = '%'
    group by document_id, own_name
)

select
    'rate_within_hundred' as rule_id,
    target_operand_id as anchor_id,
    target_operand_id || ':bound' as part_id,
    1 as sign
from indicators
where target is not null and coalesce(target_counter, '%') = '%' and regexp_matches(folded_name, '{{ rates_of_a_whole() }}')

union all

select
    'target_is_a_written_number' as rule_id,
    target_operand_id as anchor_id,
    target_operand_id || ':written' as part_id,
    1 as sign
from indicators
where regexp_matches(target_value, '^[≥≤=><]?0[0-9]+[^0-9.,]*$')

union all

select
    'target_counts_what_its_name_says' as rule_id,
    target_operand_id as anchor_id,
    target_operand_id || ':unit' as part_id,
    1 as sign
from indicators
where
    name_unit <> '' and name_unit not like '%元'
    and regexp_matches(target_unit, '^({{ counters() }})$') and target_unit not like '%元'
    and replace(name_unit, '％', '%') not like '%' || target_unit || '%'
    and target_unit not like '%' || name_unit || '%'
    and (name_unit not in ('个', '项', '家', '户', '件', '台', '套') or target_unit not in ('个', '项', '家', '户', '件', '台', '套'))
    and (name_unit not in ('人', '名') or target_unit not in ('人', '名'))
    and (name_unit not in ('天', '日') or target_unit not in ('天', '日'))

union all

select 'rate_bears_its_percent_sign' as rule_id, indicators.target_operand_id as anchor_id, signed.part_id, 1 as sign
from indicators
inner join signed on indicators.document_id = signed.document_id and indicators.own_name = signed.own_name
where
    indicators.target_number is not null and indicators.target_unit is null and indicators.name_unit = ''
    and indicators.own_name like '%率' and signed.times >= 2
