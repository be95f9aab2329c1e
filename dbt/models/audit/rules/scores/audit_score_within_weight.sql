{# Identity 18: a score is no more than the weight of its row. Points beyond the weights (加分项) are another thing. #}
select {{ enters('score_within_weight', 'score_ledger_id', 'coalesce(level_3_ledger_id, level_2_ledger_id, level_1_ledger_id)') }}
from {{ ref('fct_scores') }}
where
    row_role = 'leaf' and score_ledger_id is not null
    and coalesce(level_3_ledger_id, level_2_ledger_id, level_1_ledger_id) is not null
    and not regexp_matches(path, '{{ words('extra_points') }}')
