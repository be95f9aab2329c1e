{#
    Identity 6: basic expenditure = staff + public, where both are printed, or the total of its table by economic code;
    staff = 301 + 303, public = the other economic categories. Figures of other funds are compared only in documents
    whose summary shows no money outside the general public budget.
#}
with economic as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind in ('final_general_basic', 'budget_general_basic') and printing = 1
),

basic as (
    select *
    from {{ ref('audit_figures') }}
    where
        statement_kind in ('final_general_expenditure', 'budget_general_expenditure')
        and measure = 'basic' and item = 'total' and printing = 1
),

appropriation as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind = 'budget_appropriation_basic' and measure = 'amount' and printing = 1
),

{# The total row of a table by economic code that has no subtotals of staff and public expenditure. #}
totals as (
    select *
    from economic as anchors
    where
        item = 'total' and code is null
        and not exists (
            select 1 from economic as subtotals
            where {{ same_subject('anchors', 'subtotals') }} and subtotals.item in ('staff_total', 'public_total')
        )
),

summaries as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind in ('budget_balance', 'budget_appropriation') and printing = 1
),

of_general_budget as (
    select distinct anchors.document_id, anchors.organisation, anchors.fiscal_year, anchors.phase, anchors.statement_kind
    from summaries as anchors
    inner join summaries as parts
        on {{ same_subject() }}
            and anchors.table_number = parts.table_number
            and anchors.amount_cny = parts.amount_cny
    where anchors.year_item = 'income_total' and parts.item = 'revenue_general_public_budget'
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
inner join totals as parts on {{ same_subject() }}
where parts.measure in ('basic', 'amount')

union all

select {{ addend('basic_expenditure_equals_economic') }}
from summaries as anchors
inner join of_general_budget
    on {{ same_subject('anchors', 'of_general_budget') }}
        and anchors.statement_kind = of_general_budget.statement_kind
inner join totals as parts on {{ same_subject() }} and anchors.measure = parts.measure
where
    anchors.year_item = 'expenditure_total'
    and anchors.measure in ('staff', 'public')
    and anchors.fund in ('all', 'fiscal_appropriation')

union all

select {{ addend('basic_expenditure_equals_economic') }}
from summaries as anchors
inner join appropriation as parts on {{ same_subject() }}
where anchors.statement_kind = 'budget_appropriation' and anchors.item = 'basic' and parts.item = 'total'

union all

select {{ addend('appropriation_basic_equals_general_basic') }}
from appropriation as anchors
inner join of_general_budget on {{ same_subject('anchors', 'of_general_budget') }}
inner join economic as parts on {{ same_subject() }} and anchors.measure = parts.measure
where
    of_general_budget.statement_kind = 'budget_appropriation'
    and (
        (anchors.classification = parts.classification and anchors.code = parts.code)
        or (anchors.item = 'total' and parts.item = 'total' and anchors.code is null and parts.code is null)
    )

union all

select {{ addend('staff_sums_to_total') }}
from economic as anchors
inner join economic as parts on {{ same_subject() }}
where anchors.item = 'staff_total' and parts.code in ('301', '303')

union all

select {{ addend('public_sums_to_total') }}
from economic as anchors
inner join economic as parts on {{ same_subject() }}
where
    anchors.item = 'public_total'
    and length(parts.code) = 3
    and parts.code not in ('301', '303')
