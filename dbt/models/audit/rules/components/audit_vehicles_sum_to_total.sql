{# Identity 7: vehicles = purchase + operation. #}
select 'vehicles_sum_to_total' as rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_three_public_pairs') }}
where anchor_measure = 'vehicle' and measure in ('vehicle_purchase', 'vehicle_operation')
