{#
    Identity 1: the lowest printed sources of income sum to the income of the year. Not where a source is of an unknown
    kind: it may be money of another year, nor where sources stand on both sides of the sum. And the funds printed below an appropriation, two at least, sum to it.
#}
with figures as (
    select * from {{ ref('audit_figures') }} where family = 'balance' and side = 'income' and measure = 'amount'
),

funds as (
    select
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        count(*) over (partition by anchors.ledger_id) as funds
    from figures as anchors
    inner join figures as parts
        on
            {{ same_subject() }}
            and anchors.table_number = parts.table_number
            and anchors.measure = parts.measure
            and anchors.row_number = parts.parent_row_number
    where
        anchors.item = 'revenue_fiscal_appropriation'
        and parts.item in ('revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital')
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
    and not exists (
        select 1 from figures as others
        where
            {{ same_subject('anchors', 'others') }}
            and anchors.table_number = others.table_number
            and others.item like 'revenue_%'
            and others.row_role = 'leaf'
            and others.amount_cny <> 0
            and (others.row_number > anchors.row_number) <> (parts.row_number > anchors.row_number)
    )

union all

select {{ enters('income_items_sum_to_total', 'anchor_id', 'part_id') }}
from funds
where funds >= 2
