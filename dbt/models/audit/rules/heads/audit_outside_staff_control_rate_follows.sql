{#
    Identity 17: 编外人员控制率 is the staff without post over all staff, those of posts and those without. Some take the
    posts, or the staff of posts alone: where the document does not print which is meant, what these give will do too.
#}
with rates as (
    select * from {{ ref('fct_prose_amounts') }} where topic = 'outside_staff_control_rate' and unit_as_printed = '%'
),

heads as (
    select
        rates.prose_id as anchor_id,
        rates.document_id,
        rates.value,
        {{ head_operand_id('heads') }} as part_id,
        heads.count as heads,
        case
            when heads.kind in ('dispatched', 'temporary_staff', 'unestablished_staff') then 'outside'
            when heads.kind in ('administrative_staff', 'business_staff', 'staff') then 'staff'
            when heads.kind in ('administrative_posts', 'business_posts', 'posts') then 'posts'
        end as what
    from rates
    inner join {{ ref('fct_headcounts') }} as heads
        on
            rates.document_id = heads.document_id
            and rates.sequence = heads.sequence
            and heads.span_start < rates.span_start
),

totals as (
    select
        anchor_id,
        document_id,
        max(value) as value,
        cast(sum(case when what = 'outside' then heads end) as double) as outside,
        sum(case when what = 'staff' then heads end) as staff,
        sum(case when what = 'posts' then heads end) as posts
    from heads
    group by anchor_id, document_id
),

defined as (
    select distinct document_id
    from {{ ref('fct_scores') }}
    where level_3 like '{{ words('outside_staff_rate') }}%' and explanation like '%{{ words('all_staff') }}%'
),

bases as (
    select
        totals.anchor_id,
        case
            when defined.document_id is not null then 'all staff'
            when abs(100 * outside / nullif(posts, 0) - value) <= 0.01 then 'posts'
            when abs(100 * outside / nullif(staff, 0) - value) <= 0.01 then 'staff'
            else 'all staff'
        end as base
    from totals
    left join defined on totals.document_id = defined.document_id
    where outside is not null and staff is not null
)

select {{ enters('outside_staff_control_rate_follows', 'heads.anchor_id', 'heads.part_id', role='numerator') }}
from heads
inner join bases on heads.anchor_id = bases.anchor_id
where heads.what = 'outside'

union all

select {{ enters('outside_staff_control_rate_follows', 'heads.anchor_id', 'heads.part_id', role='denominator') }}
from heads
inner join bases on heads.anchor_id = bases.anchor_id
where
    (bases.base = 'all staff' and heads.what in ('staff', 'outside'))
    or bases.base = heads.what
