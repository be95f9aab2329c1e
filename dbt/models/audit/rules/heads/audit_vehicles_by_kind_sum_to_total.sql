{# Identity 17: vehicles by kind make up all vehicles. Silent where the list does not end in 其他用车. #}
select {{ enters('vehicles_by_kind_sum_to_total', 'anchor_id', 'part_id') }}
from {{ ref('audit_head_lists') }}
where kind = 'vehicles' and is_closed = 1
