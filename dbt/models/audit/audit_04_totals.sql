{#
    Identity 4: the income and the expenditure table agree with the summary, line by line where both print it; in a
    budget without balances they agree with each other, code by code.
#}
with summary as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind in ('final_balance', 'budget_balance') and fund = 'all' and printing = 1
),

income as (
    select
        *,
        count(*) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, measure, item
        ) as times
    from {{ ref('audit_figures') }}
    where statement_kind in ('final_income', 'budget_income') and fund = 'all' and printing = 1
),

expenditure as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind in ('final_expenditure', 'budget_expenditure') and fund = 'all' and printing = 1
),

{# Budgets whose summary prints a balance: there a code's income may be of another year. #}
carrying as (
    select distinct document_id
    from summary
    where item in ('opening_balance', 'closing_balance', 'use_of_surplus', 'distribution') and amount_cny <> 0
),

agreeing as (
    select anchors.document_id, anchors.organisation, anchors.fiscal_year, anchors.phase
    from expenditure as anchors
    inner join income as parts on {{ same_subject() }} and anchors.amount_cny = parts.amount_cny
    left join carrying on anchors.document_id = carrying.document_id
    where
        anchors.statement_kind = 'budget_expenditure' and anchors.item = 'total' and anchors.measure = 'total'
        and parts.item = 'total' and parts.measure = 'total' and parts.times = 1
        and carrying.document_id is null
)

select {{ addend('income_table_equals_balance') }}
from summary as anchors
inner join income as parts on {{ same_whole() }}
where
    (
        parts.item = 'total'
        and (anchors.year_item, parts.measure) in (
            ('income_total', 'total'),
            ('revenue_higher_level', 'higher_level'),
            ('revenue_business', 'business'),
            ('revenue_operating', 'operating_income'),
            ('revenue_subordinate', 'subordinate'),
            ('revenue_other', 'other')
        )
    )
    {# An income table that lists its sources in rows. #}
    or (
        anchors.side = 'income' and anchors.item = parts.item and parts.measure = 'amount' and parts.times = 1
        and (parts.item like 'revenue_%' or parts.item = 'income_grand_total')
    )

union all

select {{ addend('income_table_equals_balance') }}
from income as anchors
inner join summary as parts on {{ same_subject() }}
where
    anchors.item = 'total'
    and anchors.measure = 'appropriation'
    and parts.item in ('revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital')

union all

{# The total of a budget's expenditure table is checked by identity 8. #}
select {{ addend('expenditure_table_equals_balance') }}
from summary as anchors
inner join expenditure as parts on {{ same_whole() }}
where
    anchors.side = 'expenditure'
    and (
        (
            anchors.statement_kind = 'final_balance' and anchors.year_item = 'expenditure_total'
            and parts.item = 'total' and parts.measure = 'total'
        )
        or (
            anchors.item in ('basic', 'project', 'reserve') and anchors.measure = 'amount'
            and parts.item = 'total' and anchors.item = parts.measure
        )
        or (
            anchors.code = parts.code
            and (anchors.measure, parts.measure) in (('amount', 'total'), ('project', 'project'))
        )
    )

union all

select {{ addend('income_equals_expenditure_by_code') }}
from expenditure as anchors
inner join income as parts on {{ same_subject() }} and anchors.code = parts.code
inner join agreeing on {{ same_subject('anchors', 'agreeing') }}
where anchors.measure = 'total' and parts.measure = 'total' and anchors.classification = parts.classification
