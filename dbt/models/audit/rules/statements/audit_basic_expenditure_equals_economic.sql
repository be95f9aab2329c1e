{#
    Identity 6: basic expenditure = staff + public where both are printed, else the total of its table by economic code;
    so do the staff and public columns of a summary of the general public budget alone, and 财政拨款总表 its own table.
#}
with economic as (
    select * from {{ ref('audit_economic_figures') }}
),

basic as (
    select * from {{ ref('audit_figures') }} as figures
    where
        {{ first_printing('figures', ['final_general_expenditure', 'budget_general_expenditure']) }}
        and measure = 'basic' and item = 'total'
)

select {{ addend('basic_expenditure_equals_economic') }}
from basic as anchors
inner join economic as parts on {{ same_subject() }}
where
    parts.item in ('staff_total', 'public_total')
    and 2 = (
        select count(*) from economic as totals
        where {{ same_subject('anchors', 'totals') }} and totals.item in ('staff_total', 'public_total')
    )

union all

select {{ addend('basic_expenditure_equals_economic') }}
from basic as anchors
inner join economic as parts on {{ same_subject() }}
where parts.is_whole and parts.measure in ('basic', 'amount')

union all

select {{ addend('basic_expenditure_equals_economic') }}
from {{ ref('audit_general_budget_summaries') }} as anchors
inner join economic as parts on {{ same_subject() }} and anchors.measure = parts.measure
where
    parts.is_whole
    and anchors.year_item = 'expenditure_total'
    and anchors.measure in ('staff', 'public')
    and anchors.fund in ('all', 'fiscal_appropriation')

union all

select {{ addend('basic_expenditure_equals_economic') }}
from {{ ref('audit_figures') }} as anchors
inner join {{ ref('audit_figures') }} as parts on {{ same_subject() }}
where
    {{ first_printing('anchors', ['budget_appropriation']) }}
    and {{ first_printing('parts', ['budget_appropriation_basic']) }}
    and anchors.item = 'basic'
    and parts.item = 'total' and parts.measure = 'amount'
