{# Identity 4: closing balance = opening balance + income of 02 − expenditure of 03 (+ surplus used − distribution). #}
with figures as (
    select * from {{ ref('audit_figures') }} where printing = 1
),

parts as (
    select *, 1 as sign
    from figures
    where
        (statement_kind = 'final_balance' and item in ('opening_balance', 'use_of_surplus'))
        or (statement_kind = 'final_income' and item = 'total' and measure = 'total')
    union all
    select *, -1 as sign
    from figures
    where
        (statement_kind = 'final_balance' and item = 'distribution')
        or (statement_kind = 'final_expenditure' and item = 'total' and measure = 'total')
),

complete as (
    select anchors.ledger_id
    from figures as anchors
    inner join parts on {{ same_subject() }}
    where anchors.statement_kind = 'final_balance' and anchors.item = 'closing_balance'
    group by anchors.ledger_id
    having
        count(case when parts.statement_kind = 'final_income' then 1 end) = 1
        and count(case when parts.statement_kind = 'final_expenditure' then 1 end) = 1
)

select {{ addend('balance_carries_over', sign='parts.sign') }}
from figures as anchors
inner join complete on anchors.ledger_id = complete.ledger_id
inner join parts on {{ same_subject() }}
