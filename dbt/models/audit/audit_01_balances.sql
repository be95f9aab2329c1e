{# Identity 1: the two sides of a summary are equal, and each adds up, for each fund. #}
with figures as (
    select * from {{ ref('audit_figures') }} where family = 'balance' and measure = 'amount'
),

parts as (
    select * from figures
),

sides as (
    select *, 'income_side_adds_up' as rule_id, 'income_total' as main
    from figures where item = 'income_grand_total'
    union all
    select *, 'expenditure_side_adds_up' as rule_id, 'expenditure_total' as main
    from figures where item = 'expenditure_grand_total'
)

select {{ addend('income_equals_expenditure') }}
from figures as anchors
inner join parts
    on {{ same_subject() }} and anchors.table_number = parts.table_number and anchors.fund = parts.fund
where anchors.item = 'expenditure_grand_total' and parts.item = 'income_grand_total'

union all

select anchors.rule_id, anchors.ledger_id, parts.ledger_id, 1
from sides as anchors
inner join parts on {{ same_block() }}
where
    parts.item in (
        anchors.main,
        case when anchors.side = 'income' then 'opening_balance' else 'closing_balance' end,
        case when anchors.side = 'income' then 'use_of_surplus' else 'distribution' end
    )
    and exists (
        select 1 from figures as mains
        where {{ same_block('anchors', 'mains') }} and mains.item = anchors.main
    )
