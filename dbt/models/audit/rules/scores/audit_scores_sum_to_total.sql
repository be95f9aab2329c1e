{# Identity 18: the scores of a table sum to its first total. Silent where one is missing, or given beyond the weights. #}
with leaves as (
    select
        *,
        min(case when score is null or regexp_matches(path, '{{ words('extra_points') }}') then 0 else 1 end) over (
            partition by document_id, table_number
        ) as is_complete
    from {{ ref('fct_scores') }}
    where row_role = 'leaf'
),

totals as (
    select
        *,
        row_number() over (partition by document_id, table_number order by row_number nulls last) as choice
    from {{ ref('fct_scores') }}
    where row_role = 'total' and score is not null
)

select {{ enters('scores_sum_to_total', 'totals.score_ledger_id', 'leaves.score_ledger_id') }}
from totals
inner join leaves
    on
        {{ same_table('totals', 'leaves') }}
        and leaves.row_number < totals.row_number
where totals.choice = 1 and leaves.is_complete = 1
