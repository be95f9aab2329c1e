{# Identity 8: a budget's summaries agree: 收支总表 with 支出总表, and with 财政拨款总表 plus the other funds. #}
with figures as (
    select * from {{ ref('audit_figures') }} where printing = 1
),

balance as (
    select * from figures where statement_kind = 'budget_balance'
),

{# The total rows of 支出总表: those of the units where it prints any, otherwise the department's. #}
expenditure as (
    select
        *,
        max(case when organisation_kind = 'department' then 0 else 1 end)
            over (partition by document_id, department, fiscal_year, phase) as has_units
    from figures
    where statement_kind = 'budget_expenditure' and measure = 'total' and code is null and row_role = 'total'
),

other_funds as (
    select * from figures
    where statement_kind = 'budget_appropriation' and item = 'income_total'
    union all
    select * from balance
    where item in ('revenue_fiscal_special_account', 'revenue_unit_funds')
)

select {{ addend('units_sum_to_balance') }}
from balance as anchors
inner join expenditure as parts on {{ same_time() }} and anchors.organisation = parts.department
where
    anchors.item = 'expenditure_total'
    and (parts.organisation_kind <> 'department' or parts.has_units = 0)

union all

select {{ addend('balance_equals_appropriation_and_other') }}
from balance as anchors
inner join other_funds as parts on {{ same_subject() }}
where
    anchors.item = 'income_total'
    and exists (
        select 1 from other_funds as appropriation
        where {{ same_subject('anchors', 'appropriation') }} and appropriation.item = 'income_total'
    )
