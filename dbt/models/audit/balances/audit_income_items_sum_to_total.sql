{#
    Identity 1: the lowest printed sources of income sum to the income of the year. Not where a source is of an unknown
    kind: it may be money of another year.
#}
with figures as (
    select * from {{ ref('audit_figures') }} where family = 'balance' and side = 'income'
)

select {{ addend('income_items_sum_to_total') }}
from figures as anchors
inner join figures as parts on {{ same_subject() }} and anchors.table_number = parts.table_number
where
    anchors.year_item = 'income_total'
    and parts.item like 'revenue_%'
    and parts.row_role = 'leaf'
    and not exists (
        select 1 from figures as unknown
        where
            {{ same_subject('anchors', 'unknown') }}
            and anchors.table_number = unknown.table_number
            and unknown.item is null
            and unknown.amount_cny <> 0
    )
