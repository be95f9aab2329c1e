{# Identity 9: the amounts of one rate are in one unit. Here the rate holds only if they are: one unit is misprinted. #}
select 'rate_in_one_unit' as rule_id, prose_id as anchor_id, part_id, sign, role
from {{ ref('audit_rates') }}
where holds_in_one_unit
