{#
    Identity 8: 财政拨款总表 equals the fund tables, in total and by code: the units' rows where units are printed.
    Only where every fund with income in 财政拨款总表 has its table.
#}
with figures as (
    select * from {{ ref('audit_figures') }}
),

funds as (
    select
        *,
        max(case when organisation_kind = 'department' then 0 else 1 end)
            over (partition by document_id, department, fiscal_year, phase, code) as has_units
    from figures
    where expenditure_basis = 'fund' and measure = 'total' and printing = 1
),

missing as (
    select revenue.document_id
    from figures as revenue
    left join funds as tables
        on
            revenue.document_id = tables.document_id
            and revenue.item = case tables.fund
                when 'general_public_budget' then 'revenue_general_public_budget'
                when 'government_fund_budget' then 'revenue_government_fund'
                when 'state_capital_budget' then 'revenue_state_capital'
            end
    where
        revenue.statement_kind = 'budget_appropriation'
        and revenue.item in ('revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital')
        and revenue.amount_cny <> 0
        and tables.document_id is null
),

anchors as (
    select figures.*
    from figures
    left join missing on figures.document_id = missing.document_id
    where
        figures.statement_kind = 'budget_appropriation'
        and figures.side = 'expenditure'
        and figures.printing = 1
        and missing.document_id is null
)

select {{ addend('appropriation_equals_fund_tables') }}
from anchors
inner join funds as parts on {{ same_time() }} and anchors.organisation = parts.department
where
    (parts.organisation_kind <> 'department' or parts.has_units = 0)
    and (
        (anchors.item = 'expenditure_total' and parts.code is null and parts.item = 'total')
        or anchors.code = parts.code
    )
