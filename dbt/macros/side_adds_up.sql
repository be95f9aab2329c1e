{#
    A rule on one side of a summary: `main` and whatever balances are printed with it sum to `total`, wherever the side
    prints both.
#}
{% macro side_adds_up(rule, total, main, balances) %}
with figures as (
    select * from {{ ref('audit_figures') }} where family = 'balance' and measure = 'amount'
)

select {{ addend(rule) }}
from figures as anchors
inner join figures as parts on {{ same_block() }}
where
    anchors.item = '{{ total }}'
    and parts.item in ('{{ main }}', '{{ balances | join("', '") }}')
    and exists (
        select 1 from figures as mains
        where {{ same_block('anchors', 'mains') }} and mains.item = '{{ main }}'
    )
{% endmacro %}
