{#
    Identity 18: a score is no more than its weight, and the scores of a table sum to its total, if none is
    missing; points given beyond the weights are another thing.
#}
with leaves as (
    select
        *,
        coalesce(level_3_ledger_id, level_2_ledger_id, level_1_ledger_id) as weight_ledger_id,
        regexp_matches(path, '加分|减分|扣分|附加') as is_bonus,
        min(case when score is null or regexp_matches(path, '加分|减分|扣分|附加') then 0 else 1 end) over (
            partition by document_id, table_number
        ) as is_complete
    from {{ ref('fct_scores') }}
    where row_role = 'leaf'
),

totals as (
    select
        *,
        row_number() over (partition by document_id, table_number order by row_number) as choice
    from {{ ref('fct_scores') }}
    where row_role = 'total' and score is not null
)

select 'score_within_weight' as rule_id, score_ledger_id as anchor_id, weight_ledger_id as part_id, 1 as sign
from leaves
where score_ledger_id is not null and weight_ledger_id is not null and not is_bonus

union all

select 'scores_sum_to_total' as rule_id, totals.score_ledger_id as anchor_id, leaves.score_ledger_id as part_id, 1 as sign
from totals
inner join leaves
    on
        totals.document_id = leaves.document_id
        and totals.table_number = leaves.table_number
        and leaves.row_number < totals.row_number
where totals.choice = 1 and leaves.is_complete = 1
