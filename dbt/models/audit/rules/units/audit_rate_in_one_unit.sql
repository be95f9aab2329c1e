{#
    Identity 9: the amounts of one rate are in one unit. Here the rate holds only if they are: one unit is misprinted.
    The rate and its operands are the evidence.
#}
with misprinted as (
    select * from {{ ref('audit_misprinted_units') }} where source = 'prose'
)

select {{ enters('rate_in_one_unit', 'operand_id', "operand_id || ':meant'") }}
from misprinted

union all

select {{ enters('rate_in_one_unit', 'operand_id', 'rate_id', role='evidence') }}
from misprinted

union all

select distinct
    {{ enters('rate_in_one_unit', 'misprinted.operand_id', 'rates.part_id', role='evidence') }}
from misprinted
inner join {{ ref('audit_rates') }} as rates on misprinted.rate_id = rates.prose_id
where rates.part_id <> misprinted.amount_id
