{#
    A rule on one side of a summary: `main` and whatever balances are printed with it sum to `total`, wherever the side
    prints both. Not where money of another kind stands between the two (提前下达): it may be in the total, too.
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
    and not exists (
        select 1 from figures as mains
        inner join figures as others
            on
                {{ same_subject('mains', 'others') }}
                and mains.table_number = others.table_number
                and mains.side = others.side
                and mains.row_number < others.row_number
        where
            {{ same_block('anchors', 'mains') }}
            and mains.item = '{{ main }}'
            and others.row_number < anchors.row_number
            and coalesce(others.parent_row_number, 0) < mains.row_number
            and others.amount_cny <> 0
            and coalesce(others.item, '') not in ('{{ main }}', '{{ total }}', '{{ balances | join("', '") }}')
    )
{% endmacro %}
