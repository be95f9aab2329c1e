{# Identity 17: vehicles by kind make up all vehicles. Silent where the list does not end in 其他用车. #}
select 'vehicles_by_kind_sum_to_total' as rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_head_lists') }}
where kind = 'vehicles' and is_closed = 1
