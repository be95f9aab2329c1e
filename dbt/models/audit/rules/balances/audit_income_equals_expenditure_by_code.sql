{#
    Identity 4: in a budget without balances a code's income equals its expenditure. Not where the summary prints a
    balance, since a code's income may then be of another year, nor where the totals of the two tables differ.
#}
with income as (
    select * from {{ ref('audit_income_figures') }} where measure = 'total'
),

expenditure as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['final_expenditure', 'budget_expenditure']) }}
        and fund = 'all' and measure = 'total'
),

carrying as (
    select distinct document_id
    from {{ ref('audit_figures') }} as figures
    where
        {{ first_printing('figures', ['final_balance', 'budget_balance']) }}
        and fund = 'all' and amount_cny <> 0
        and item in ('opening_balance', 'closing_balance', 'use_of_surplus', 'distribution')
),

agreeing as (
    select anchors.document_id, anchors.organisation, anchors.fiscal_year, anchors.phase
    from expenditure as anchors
    inner join income as parts on {{ same_subject() }} and anchors.amount_cny = parts.amount_cny
    left join carrying on anchors.document_id = carrying.document_id
    where
        anchors.statement_kind = 'budget_expenditure' and anchors.item = 'total'
        and parts.item = 'total' and parts.times = 1
        and carrying.document_id is null
)

select {{ addend('income_equals_expenditure_by_code') }}
from expenditure as anchors
inner join income as parts on {{ same_subject() }} and anchors.code = parts.code
inner join agreeing on {{ same_subject('anchors', 'agreeing') }}
where anchors.classification = parts.classification
