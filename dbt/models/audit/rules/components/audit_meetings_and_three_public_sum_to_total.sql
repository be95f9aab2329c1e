{# Identity 7: a grand total above a total of the three holds it, meetings and training. #}
with pairs as (
    select * from {{ ref('audit_three_public_pairs') }}
)

select {{ enters('meetings_and_three_public_sum_to_total', 'anchor_id', 'part_id') }}
from pairs
where
    anchor_measure = 'grand_total'
    and measure in ('total', 'meeting', 'training')
    and anchor_id in (select totals.anchor_id from pairs as totals where totals.measure = 'total')
    and anchor_id in (select others.anchor_id from pairs as others where others.measure in ('meeting', 'training'))
