{#
    Identity 9: the amounts of one rate are in one unit. Here the rate holds only if they are: one unit is misprinted.
    The rate and its operands are the evidence.
#}
with misprinted as (
    select * from {{ ref('audit_misprinted_units') }} where source = 'prose'
)

select
    'rate_in_one_unit' as rule_id,
    operand_id as anchor_id,
    operand_id || ':meant' as part_id,
    1 as sign,
    'addend' as role
from misprinted

union all

select
    'rate_in_one_unit' as rule_id,
    operand_id as anchor_id,
    rate_id as part_id,
    1 as sign,
    'evidence' as role
from misprinted

union all

select distinct
    'rate_in_one_unit' as rule_id,
    misprinted.operand_id as anchor_id,
    rates.part_id,
    1 as sign,
    'evidence' as role
from misprinted
inner join {{ ref('audit_rates') }} as rates on misprinted.rate_id = rates.prose_id
where rates.part_id <> misprinted.amount_id
