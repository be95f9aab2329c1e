{# Identity 17: staff are no more than the posts of their kind that the line names before them. #}
with heads as (
    select *, {{ head_operand_id('heads') }} as operand_id
    from {{ ref('fct_headcounts') }} as heads
),

posts_held as (
    select
        staff.operand_id as anchor_id,
        posts.operand_id as part_id,
        row_number() over (partition by staff.operand_id order by posts.span_start desc) as choice
    from heads as staff
    inner join heads as posts
        on
            staff.document_id = posts.document_id
            and staff.sequence = posts.sequence
            and staff.organisation is not distinct from posts.organisation
            and posts.span_start < staff.span_start
            and replace(staff.kind, 'staff', 'posts') = posts.kind
    where staff.kind like '%staff'
)

select {{ enters('staff_within_posts', 'anchor_id', 'part_id') }}
from posts_held
where choice = 1
