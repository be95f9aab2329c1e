{#
    Identity 1, for each fund of the appropriation summary: income and opening balance equal total expenditure.
    Only where each fund's opening balance is printed, or there is none to split.
#}
with figures as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind in ('final_appropriation', 'budget_appropriation') and measure = 'amount'
),

parts as (
    select *
    from figures
    where
        side = 'income'
        and (
            item in ('revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital')
            or (item = 'opening_balance' and fund <> 'fiscal_appropriation')
        )
),

tables as (
    select document_id, table_number
    from figures
    where item = 'opening_balance'
    group by document_id, table_number
    having
        sum(case when fund = 'fiscal_appropriation' then amount_cny else 0 end) <> 0
        and sum(case when fund <> 'fiscal_appropriation' then amount_cny else 0 end) = 0
),

anchors as (
    select
        figures.*,
        case figures.fund
            when 'general_public_budget' then 'revenue_general_public_budget'
            when 'government_fund_budget' then 'revenue_government_fund'
            when 'state_capital_budget' then 'revenue_state_capital'
        end as revenue
    from figures
    left join tables on {{ same_table('figures', 'tables') }}
    where figures.item = 'expenditure_grand_total' and tables.document_id is null
),

stated as (
    select * from anchors
    where exists (
        select 1 from parts
        where {{ same_subject() }} and anchors.table_number = parts.table_number and parts.item = anchors.revenue
    )
)

select {{ addend('fund_income_equals_fund_expenditure') }}
from stated as anchors
inner join parts on {{ same_subject() }} and anchors.table_number = parts.table_number
where parts.item = anchors.revenue or (parts.item = 'opening_balance' and parts.fund = anchors.fund)
