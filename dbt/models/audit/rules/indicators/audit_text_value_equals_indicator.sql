{# Identity 19: what the text says of an indicator by name is what the table prints. #}
with mentions as (
    select *, {{ mention_operand_id('mentions') }} as operand_id
    from {{ ref('fct_mentions') }} as mentions
)

{% for side in ['target', 'actual'] %}
select {{ enters('text_value_equals_indicator', 'mentions.operand_id', 'indicators.' ~ side ~ '_operand_id') }}
from mentions
inner join {{ ref('audit_indicator_names') }} as indicators
    on
        mentions.document_id = indicators.document_id
        and mentions.of_table_number = indicators.table_number
        and mentions.of_row_number = indicators.row_number
where mentions.concerns = '{{ side }}'
{{ 'union all' if not loop.last }}
{% endfor %}
