{#
    Heads named behind their total in one line: of posts and of vehicles, each kind once. A list of vehicles is closed
    by 其他用车; one that is not may leave some out.
#}
with heads as (
    select
        *,
        {{ head_operand_id('heads') }} as operand_id,
        sum(case when kind in ('posts', 'vehicles') then 1 else 0 end) over (
            partition by document_id, sequence order by span_start nulls last
        ) as list
    from {{ ref('fct_headcounts') }} as heads
),

lists as (
    select
        totals.operand_id as anchor_id,
        parts.operand_id as part_id,
        parts.kind as part_kind,
        totals.kind,
        parts.brackets,
        min(parts.brackets) over (partition by totals.operand_id) as brackets_of_parts,
        max(case when parts.kind = 'other_vehicles' then 1 else 0 end) over (partition by totals.operand_id) as is_closed
    from heads as totals
    inner join heads as parts
        on
            totals.document_id = parts.document_id
            and totals.sequence = parts.sequence
            and totals.list = parts.list
            and totals.organisation is not distinct from parts.organisation
            and (
                (totals.kind = 'posts' and parts.kind like '%$_posts' escape '$' and parts.kind <> 'employee_posts')
                or (totals.kind = 'vehicles' and parts.kind like '%$_vehicles' escape '$' and parts.kind <> 'kept_vehicles')
            )
),

{# What stands in brackets behind a part is a part of that one: 事业编制20名（其中参公编制5名）. #}
counted as (
    select
        *,
        count(*) over (partition by anchor_id) as parts,
        count(*) over (partition by anchor_id, part_kind) as times
    from lists
    where brackets = brackets_of_parts
)

select anchor_id, part_id, kind, parts, is_closed
from (select *, max(times) over (partition by anchor_id) as most from counted) as ranked
where parts >= 2 and most = 1
