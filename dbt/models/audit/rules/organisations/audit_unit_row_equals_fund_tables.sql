{#
    Identity 8: an organisation's row of 支出总表 equals the sum of its rows in the fund tables, column by column. Only
    in documents whose 收支总表 shows no money outside the funds: no special account, unit funds or opening balance, and
    none of a fund that has no table here, read to its end, with a body of 支出总表; and only columns that the table of
    the general public budget has.
#}
{% set general = "max(case when fund = 'general_public_budget' and expenditure_basis = 'fund' then 1 else 0 end)" %}
with figures as (
    select
        *,
        {{ general }} over (partition by document_id, organisation, fiscal_year, phase) as has_general,
        {{ general }} over (partition by document_id, organisation, fiscal_year, phase, measure) as has_column
    from {{ ref('audit_figures') }}
    where
        printing = 1 and time_printed = 1
        and code is null and item = 'total' and measure in ('total', 'basic', 'project')
),

summaries as (
    select
        document_id,
        sum(case
            when item in ('opening_balance', 'revenue_fiscal_special_account', 'revenue_unit_funds') then amount_cny
            else 0
        end) as other_cny,
        max(case when year_item = 'income_total' then amount_cny end) as income_cny,
        sum(case
            when item in ('revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital')
                then amount_cny
            else 0
        end) as appropriation_cny
    from {{ ref('audit_figures') }}
    where statement_kind = 'budget_balance' and side = 'income'
    group by document_id
),

pairs as (
    select
        anchors.document_id,
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        parts.fund
    from figures as anchors
    inner join figures as parts on {{ same_subject() }} and anchors.measure = parts.measure
    where
        anchors.statement_kind = 'budget_expenditure'
        and not coalesce(anchors.is_own_unit, false)
        and anchors.fund = 'all'
        and parts.expenditure_basis = 'fund'
        and anchors.has_column = anchors.has_general
),

untold as (
    select income.document_id
    from {{ ref('audit_figures') }} as income
    left join pairs
        on
            income.document_id = pairs.document_id
            and pairs.fund = case income.item
                when 'revenue_general_public_budget' then 'general_public_budget'
                when 'revenue_government_fund' then 'government_fund_budget'
                when 'revenue_state_capital' then 'state_capital_budget'
            end
    where
        income.statement_kind = 'budget_balance'
        and income.side = 'income'
        and income.item in (
            'revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital'
        )
        and income.amount_cny != 0
        and pairs.document_id is null
    union
    select document_id from {{ ref('audit_fund_gaps') }}
)

select {{ enters('unit_row_equals_fund_tables', 'pairs.anchor_id', 'pairs.part_id') }}
from pairs
inner join summaries on pairs.document_id = summaries.document_id
where
    summaries.other_cny = 0
    and summaries.income_cny = summaries.appropriation_cny
    and pairs.document_id not in (select untold.document_id from untold)
