{#
    Identity 7: three-public = travel abroad + vehicles + receptions. A first total that also holds meetings and
    training is read so where that comes closer. Where no figure of vehicles is printed, their purchase and operation are.
#}
select {{ enters('three_public_sums_to_total', 'anchor_id', 'part_id') }}
from {{ ref('audit_three_public_pairs') }}
where
    anchor_measure = 'total'
    and (
        measure in ('abroad', 'vehicle', 'reception')
        or (holds_meetings and measure in ('meeting', 'training'))
        or (not has_vehicles and measure in ('vehicle_purchase', 'vehicle_operation'))
    )
