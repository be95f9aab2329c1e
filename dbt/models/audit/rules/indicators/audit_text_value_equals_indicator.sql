{# Identity 19: what the text says of an indicator by name is what the table prints. #}
with mentions as (
    select *, {{ mention_operand_id('mentions') }} as operand_id
    from {{ ref('fct_mentions') }} as mentions
)

{% for side in ['target', 'actual'] %}
select {{ enters('text_value_equals_indicator', 'mentions.operand_id', 'indicators.' ~ side ~ '_operand_id') }}
from mentions
inner join {{ ref('audit_indicator_names') }} as indicators
    on {{ is_about('mentions', 'indicators') }}
where mentions.concerns = '{{ side }}'
{{ 'union all' if not loop.last }}
{% endfor %}
