{#
    The figures of a budget's summaries that show no money outside the general public budget: there a figure of all
    funds or all appropriations is one of that fund.
#}
with summaries as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['budget_balance', 'budget_appropriation']) }}
),

of_general_budget as (
    select distinct
        anchors.document_id, anchors.organisation, anchors.fiscal_year, anchors.phase, anchors.statement_kind
    from summaries as anchors
    inner join summaries as parts
        on {{ same_subject() }}
            and anchors.table_number = parts.table_number
            and anchors.amount_cny = parts.amount_cny
    where anchors.year_item = 'income_total' and parts.item = 'revenue_general_public_budget'
)

select summaries.*
from summaries
inner join of_general_budget
    on {{ same_subject('summaries', 'of_general_budget') }}
        and summaries.statement_kind = of_general_budget.statement_kind
