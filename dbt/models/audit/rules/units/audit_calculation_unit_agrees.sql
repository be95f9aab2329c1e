{# Identity 9: a calculation that prints units comes to its result; apart by exactly 万 or 亿, one of the units is wrong. #}
select {{ enters('calculation_unit_agrees', "calculation_id || ':result'", "calculation_id || ':value'") }}
from {{ ref('fct_calculations') }}
where unit_factor is not null
