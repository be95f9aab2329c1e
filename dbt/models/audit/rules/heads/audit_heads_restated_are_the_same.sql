{#
    Identity 17: heads stated again are the same. Two lines are taken for the same statement where they name the same
    organisation, no two dates, at least three kinds in common, and most of these agree: what does not is in question.
#}
with heads as (
    select *, {{ head_operand_id('heads') }} as operand_id
    from {{ ref('fct_headcounts') }} as heads
),

lines as (
    select
        document_id,
        sequence,
        organisation,
        fiscal_year,
        kind,
        min(operand_id) as operand_id,
        min(count) as heads,
        max(as_of) as as_of
    from heads
    group by document_id, sequence, organisation, fiscal_year, kind
    having count(distinct count) = 1
),

pairs as (
    select
        later.operand_id as anchor_id,
        earlier.operand_id as part_id,
        count(*) over (partition by earlier.document_id, earlier.sequence, later.sequence) as shared,
        sum(case when later.heads = earlier.heads then 1 else 0 end) over (
            partition by earlier.document_id, earlier.sequence, later.sequence
        ) as agreeing
    from lines as later
    inner join lines as earlier
        on
            later.document_id = earlier.document_id
            and later.organisation is not distinct from earlier.organisation
            and later.fiscal_year is not distinct from earlier.fiscal_year
            and later.kind = earlier.kind
            and earlier.sequence < later.sequence
            and (
                later.as_of is null or earlier.as_of is null
                or later.as_of like earlier.as_of || '%' or earlier.as_of like later.as_of || '%'
            )
)

select {{ enters('heads_restated_are_the_same', 'anchor_id', 'part_id') }}
from pairs
where shared >= 3 and 2 * agreeing > shared
