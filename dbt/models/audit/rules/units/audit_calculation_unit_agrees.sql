{# Identity 9: a calculation that prints units comes to its result; apart by exactly 万 or 亿, one of the units is wrong. #}
select
    'calculation_unit_agrees' as rule_id,
    calculation_id || ':result' as anchor_id,
    calculation_id || ':value' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('fct_calculations') }}
where unit_factor is not null
