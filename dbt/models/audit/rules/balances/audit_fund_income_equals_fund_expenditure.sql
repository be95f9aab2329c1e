{#
    Identity 1, for each fund of the appropriation summary: income and opening balance equal total expenditure.
    Only where each fund's opening balance is printed, or there is none to split, and its income stands in one row: of
    two one is of something that nobody named.
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

incomes as (
    select document_id, table_number, organisation, fiscal_year, phase, item
    from parts
    where item <> 'opening_balance'
    group by document_id, table_number, organisation, fiscal_year, phase, item
    having count(*) = 1
),

stated as (
    select anchors.*
    from anchors
    inner join incomes
        on
            {{ same_subject('anchors', 'incomes') }}
            and anchors.table_number = incomes.table_number
            and anchors.revenue = incomes.item
)

select {{ addend('fund_income_equals_fund_expenditure') }}
from stated as anchors
inner join parts on {{ same_subject() }} and anchors.table_number = parts.table_number
where parts.item = anchors.revenue or (parts.item = 'opening_balance' and parts.fund = anchors.fund)
