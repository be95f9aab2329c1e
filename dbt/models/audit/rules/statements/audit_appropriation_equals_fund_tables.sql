{#
    Identity 8: 财政拨款总表 and 财政拨款支出表 equal the fund tables, in total and by code; a fund's column equals the
    table of that fund. Only where every fund with income in 财政拨款总表 has its table, read to its end, and for totals its
    total.
#}
with figures as (
    select * from {{ ref('audit_figures') }}
),

funds as (
    select *
    from figures
    where expenditure_basis = 'fund' and measure = 'total' and printing = 1
),

tables as (
    select document_id, fund, max(case when code is null and item = 'total' then 1 else 0 end) as has_total
    from funds
    group by document_id, fund
),

wanted as (
    select
        revenue.document_id,
        min(case when tables.fund is null then 0 else 1 end) as have_tables,
        min(coalesce(tables.has_total, 0)) as have_totals
    from figures as revenue
    left join tables
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
    group by revenue.document_id
),

anchors as (
    select figures.*, coalesce(wanted.have_totals, 1) as have_totals
    from figures
    left join wanted on figures.document_id = wanted.document_id
    left join {{ ref('audit_fund_gaps') }} as gaps
        on figures.document_id = gaps.document_id and figures.fund in ('fiscal_appropriation', gaps.fund)
    where
        (
            (figures.statement_kind = 'budget_appropriation' and figures.side = 'expenditure')
            or figures.statement_kind = 'budget_appropriation_expenditure'
        )
        and figures.measure in ('amount', 'total')
        and figures.printing = 1
        and coalesce(wanted.have_tables, 1) = 1
        and gaps.document_id is null
)

select {{ addend('appropriation_equals_fund_tables') }}
from anchors
inner join funds as parts on {{ same_whole() }}
where
    (anchors.fund = 'fiscal_appropriation' or anchors.fund = parts.fund)
    and (
        (
            anchors.year_item = case when anchors.family = 'balance' then 'expenditure_total' else 'total' end
            and anchors.code is null and parts.code is null and parts.item = 'total' and anchors.have_totals = 1
        )
        or anchors.code = parts.code
    )
