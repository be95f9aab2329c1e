{#
    Identity 9: what a text calculates comes to the result that it prints. A result whose only fault is its unit is
    another question: see audit_calculation_unit_agrees.
#}
select
    'calculation_equals_result' as rule_id,
    calculation_id || ':result' as anchor_id,
    calculation_id || ':value' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('fct_calculations') }}
where unit_factor is null
