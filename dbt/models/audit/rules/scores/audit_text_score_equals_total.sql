{# Identity 18: the total score that the text states is that of the only scoring table. #}
with mentions as (
    select *, {{ mention_operand_id('mentions') }} as operand_id
    from {{ ref('fct_mentions') }} as mentions
)

select {{ enters('text_score_equals_total', 'mentions.operand_id', 'scores.score_ledger_id') }}
from mentions
inner join {{ ref('fct_scores') }} as scores
    on {{ is_about('mentions', 'scores') }}
where mentions.concerns = 'score'
