{#
    Identity 17: posts and vehicles by kind, named behind their total in one line, make up that total; staff are no more
    than the posts they hold. A list of vehicles that does not end in 其他用车 may leave some out.
#}
with heads as (
    select
        *,
        {{ head_operand_id('heads') }} as operand_id,
        sum(case when kind in ('posts', 'vehicles') then 1 else 0 end) over (
            partition by document_id, sequence order by span_start
        ) as list
    from {{ ref('fct_headcounts') }} as heads
),

lists as (
    select
        totals.operand_id as anchor_id,
        parts.operand_id as part_id,
        totals.kind,
        count(*) over (partition by totals.operand_id) as parts,
        count(distinct parts.kind) over (partition by totals.operand_id) as kinds,
        max(case when parts.kind = 'other_vehicles' then 1 else 0 end) over (partition by totals.operand_id) as is_closed
    from heads as totals
    inner join heads as parts
        on
            totals.document_id = parts.document_id
            and totals.sequence = parts.sequence
            and totals.list = parts.list
            and totals.organisation is not distinct from parts.organisation
            and (
                (totals.kind = 'posts' and parts.kind like '%\_posts' escape '\' and parts.kind <> 'employee_posts')
                or (totals.kind = 'vehicles' and parts.kind like '%\_vehicles' escape '\' and parts.kind <> 'kept_vehicles')
            )
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

select
    case when kind = 'posts' then 'posts_by_kind_sum_to_total' else 'vehicles_by_kind_sum_to_total' end as rule_id,
    anchor_id,
    part_id,
    1 as sign
from lists
where parts >= 2 and parts = kinds and (kind = 'posts' or is_closed = 1)

union all

select 'staff_within_posts' as rule_id, anchor_id, part_id, 1 as sign
from posts_held
where choice = 1
