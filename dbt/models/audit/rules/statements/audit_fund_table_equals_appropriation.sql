{# Identity 5: a fund's table agrees with the fund's column of the appropriation summary, in total and by code. #}
with fund_tables as (
    select * from {{ ref('audit_figures') }} as figures
    where
        {{ first_printing('figures', ['final_general_expenditure', 'final_government_fund', 'final_state_capital']) }}
        and measure = 'total'
)

select {{ addend('fund_table_equals_appropriation') }}
from {{ ref('audit_appropriation_figures') }} as anchors
inner join fund_tables as parts on {{ same_subject() }} and anchors.fund = parts.fund
where (anchors.year_item = 'expenditure_total' and parts.item = 'total') or anchors.code = parts.code
