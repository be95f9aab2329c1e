{#
    Identity 9: what a text calculates comes to the result that it prints. A result whose only fault is its unit is
    another question: see audit_calculation_unit_agrees.
#}
select {{ enters('calculation_equals_result', "calculation_id || ':result'", "calculation_id || ':value'") }}
from {{ ref('fct_calculations') }}
where unit_factor is null
