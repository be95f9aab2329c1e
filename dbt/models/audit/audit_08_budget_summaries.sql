{# Identity 8: a budget's summaries agree: 收支总表 with 支出总表, and with 财政拨款总表 plus all other sources. #}
with figures as (
    select * from {{ ref('audit_figures') }} where printing = 1
),

balance as (
    select * from figures where statement_kind = 'budget_balance' and fund = 'all' and measure = 'amount'
),

expenditure as (
    select *
    from figures
    where
        statement_kind = 'budget_expenditure' and fund = 'all' and measure = 'total'
        and code is null and row_role = 'total'
),

other_funds as (
    select * from figures
    where statement_kind = 'budget_appropriation' and year_item = 'income_total'
    union all
    select * from balance
    where
        item like 'revenue_%'
        and row_role = 'leaf'
        and item not in (
            'revenue_fiscal_appropriation', 'revenue_general_public_budget', 'revenue_government_fund',
            'revenue_state_capital'
        )
)

select {{ addend('units_sum_to_balance') }}
from balance as anchors
inner join expenditure as parts on {{ same_whole() }}
where anchors.year_item = 'expenditure_total'

union all

select {{ addend('balance_equals_appropriation_and_other') }}
from balance as anchors
inner join other_funds as parts on {{ same_subject() }}
where
    anchors.year_item = 'income_total'
    and exists (
        select 1 from other_funds as appropriation
        where {{ same_subject('anchors', 'appropriation') }} and appropriation.year_item = 'income_total'
    )
    and not exists (
        select 1 from balance as unknown
        where
            {{ same_subject('anchors', 'unknown') }}
            and unknown.side = 'income' and unknown.item is null and unknown.amount_cny <> 0
    )
