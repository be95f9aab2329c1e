{#
    Identities 18 and 19: what the text says of an indicator, of the total score, or of the rate that a rule of scoring
    turns into points, is what the table prints.
#}
with mentions as (
    select *, {{ mention_operand_id('mentions') }} as operand_id
    from {{ ref('fct_mentions') }} as mentions
)

{% for side in ['target', 'actual'] %}
select
    'text_value_equals_indicator' as rule_id,
    mentions.operand_id as anchor_id,
    indicators.{{ side }}_operand_id as part_id,
    1 as sign
from mentions
inner join {{ ref('audit_indicator_names') }} as indicators
    on
        mentions.document_id = indicators.document_id
        and mentions.of_table_number = indicators.table_number
        and mentions.of_row_number = indicators.row_number
where mentions.concerns = '{{ side }}'

union all
{% endfor %}

select 'text_score_equals_total' as rule_id, mentions.operand_id as anchor_id, scores.score_ledger_id as part_id, 1 as sign
from mentions
inner join {{ ref('fct_scores') }} as scores
    on
        mentions.document_id = scores.document_id
        and mentions.of_table_number = scores.table_number
        and mentions.of_row_number = scores.row_number
where mentions.concerns = 'score'

union all

select 'score_follows_from_rule' as rule_id, scores.score_ledger_id as anchor_id, mentions.operand_id as part_id, 1 as sign
from mentions
inner join {{ ref('fct_scores') }} as scores
    on
        mentions.document_id = scores.document_id
        and mentions.of_table_number = scores.table_number
        and mentions.of_row_number = scores.row_number
where mentions.concerns = 'rule'
