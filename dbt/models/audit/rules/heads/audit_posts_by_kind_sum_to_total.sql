{# Identity 17: posts by kind make up all posts. Employees of 雇员编制 are often not counted among them. #}
select {{ enters('posts_by_kind_sum_to_total', 'anchor_id', 'part_id') }}
from {{ ref('audit_head_lists') }}
where kind = 'posts'
