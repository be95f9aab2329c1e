{# Identity 18: a score is what its printed rule gives for the rate that the text states, where only that rate decides. #}
with mentions as (
    select *, {{ mention_operand_id('mentions') }} as operand_id
    from {{ ref('fct_mentions') }} as mentions
)

select {{ enters('score_follows_from_rule', 'scores.score_ledger_id', 'mentions.operand_id') }}
from mentions
inner join {{ ref('fct_scores') }} as scores
    on {{ is_about('mentions', 'scores') }}
where mentions.concerns = 'rule'
