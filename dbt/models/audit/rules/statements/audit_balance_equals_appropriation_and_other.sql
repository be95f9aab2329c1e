{#
    Identity 8: the income of 收支总表 is that of 财政拨款总表 and all other sources. Not where a source is of an
    unknown kind.
#}
with balance as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['budget_balance']) }} and fund = 'all' and measure = 'amount'
),

sources as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['budget_appropriation']) }} and year_item = 'income_total'
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

select {{ addend('balance_equals_appropriation_and_other') }}
from balance as anchors
inner join sources as parts on {{ same_subject() }}
where
    anchors.year_item = 'income_total'
    and exists (
        select 1 from sources as appropriation
        where {{ same_subject('anchors', 'appropriation') }} and appropriation.year_item = 'income_total'
    )
    and not exists (
        select 1 from balance as unknown
        where
            {{ same_subject('anchors', 'unknown') }}
            and unknown.side = 'income' and unknown.item is null and unknown.amount_cny <> 0
    )
