{# Identity 17: 财政供养人员控制率 is the staff over the posts that its line states, each kind of post with its staff. #}
with rates as (
    select * from {{ ref('fct_prose_amounts') }} where topic = 'staff_control_rate' and unit_as_printed = '%'
),

heads as (
    select
        rates.prose_id as anchor_id,
        {{ head_operand_id('heads') }} as part_id,
        replace(heads.kind, 'staff', 'posts') as posts,
        case when heads.kind like '%staff' then 'numerator' else 'denominator' end as role,
        count(*) over (partition by rates.prose_id, heads.kind) as times
    from rates
    inner join {{ ref('fct_headcounts') }} as heads
        on
            rates.document_id = heads.document_id
            and rates.sequence = heads.sequence
            and heads.span_start < rates.span_start
    where heads.kind like '%posts' or heads.kind in (
        'staff', 'administrative_staff', 'auxiliary_staff', 'judicial_staff', 'civil_service_staff', 'business_staff',
        'worker_staff', 'other_staff'
    )
),

paired as (
    select
        *,
        count(*) over (partition by anchor_id, posts) as sides,
        max(times) over (partition by anchor_id) as most
    from heads
)

select 'staff_control_rate_follows' as rule_id, anchor_id, part_id, 1 as sign, role
from paired
where
    most = 1
    and not exists (
        select 1 from paired as single
        where single.anchor_id = paired.anchor_id and single.sides <> 2
    )
