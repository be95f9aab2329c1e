{# Identity 7: vehicles = purchase + operation. #}
select {{ enters('vehicles_sum_to_total', 'anchor_id', 'part_id') }}
from {{ ref('audit_three_public_pairs') }}
where anchor_measure = 'vehicle' and measure in ('vehicle_purchase', 'vehicle_operation')
