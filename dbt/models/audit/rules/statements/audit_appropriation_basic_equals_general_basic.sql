{#
    Identity 6: where all appropriations are of the general public budget, both tables of basic expenditure by economic
    code agree, in total and code by code.
#}
with documents as (
    select distinct document_id, organisation, fiscal_year, phase
    from {{ ref('audit_general_budget_summaries') }}
    where statement_kind = 'budget_appropriation'
),

appropriation as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['budget_appropriation_basic']) }} and measure = 'amount'
)

select {{ addend('appropriation_basic_equals_general_basic') }}
from appropriation as anchors
inner join documents on {{ same_subject('anchors', 'documents') }}
inner join {{ ref('audit_economic_figures') }} as parts on {{ same_subject() }} and anchors.measure = parts.measure
where
    (anchors.classification = parts.classification and anchors.code = parts.code)
    or (anchors.item = 'total' and parts.item = 'total' and anchors.code is null and parts.code is null)
