{# Identity 17: posts by kind make up all posts. Employees of 雇员编制 are often not counted among them. #}
select 'posts_by_kind_sum_to_total' as rule_id, anchor_id, part_id, 1 as sign, 'addend' as role
from {{ ref('audit_head_lists') }}
where kind = 'posts'
