{# Identity 4: the income and the expenditure table agree with the summary, line by line where both print it. #}
with summary as (
    select * from {{ ref('audit_figures') }} where statement_kind = 'final_balance' and printing = 1
),

income as (
    select * from {{ ref('audit_figures') }} where statement_kind = 'final_income' and printing = 1
),

expenditure as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind = 'final_expenditure' and printing = 1 and measure = 'total'
)

select {{ addend('income_table_equals_balance') }}
from summary as anchors
inner join income as parts on {{ same_subject() }}
where
    parts.item = 'total'
    and (anchors.item, parts.measure) in (
        ('income_total', 'total'),
        ('revenue_higher_level', 'higher_level'),
        ('revenue_business', 'business'),
        ('revenue_operating', 'operating_income'),
        ('revenue_subordinate', 'subordinate'),
        ('revenue_other', 'other')
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

select {{ addend('expenditure_table_equals_balance') }}
from summary as anchors
inner join expenditure as parts on {{ same_subject() }}
where
    (anchors.item = 'expenditure_total' and parts.item = 'total')
    or (anchors.side = 'expenditure' and anchors.code = parts.code)
