{#
    One row per class (类) of a summary of all funds: its amount beside the statements by code, by how much it exceeds
    them (`remaining_cny`), and the appropriation of the class does (`fiscal_cny`). A summary `is_complete` where its
    classes sum to its total; it `agrees` where none of them is less than the statements hold.
#}
{{ config(materialized='ephemeral') }}
with totals as ({{ totals_beside_statements() }}),

classes as (
    select
        summaries.*,
        totals.organisation_id, totals.department, totals.department_id, totals.has_statements, totals.is_of_units,
        totals.consolidation, totals.is_secret,
        totals.expenditure_cny,
        totals.half_unit_cny as half_unit_of_total,
        coalesce(stated.is_printed, true) as is_printed,
        summaries.amount_cny - coalesce(stated.amount_cny, 0) as remaining_cny,
        summaries.half_unit_cny + coalesce(stated.half_unit_cny, 0) as tolerance_cny,
        appropriation.amount_cny - coalesce(stated.amount_cny, 0) as fiscal_cny,
        {{ sorted_words("concat_ws(' ', summaries.ledger_id, stated.operand_ids)") }} as residual_operand_ids
    from {{ ref('int_expenditure_summaries') }} as summaries
    inner join totals
        on {{ same_period('summaries', 'totals') }} and summaries.organisation = totals.organisation
    left join {{ ref('int_expenditure_classes') }} as stated
        on
            {{ same_period('summaries', 'stated') }}
            and summaries.organisation = stated.owner
            and summaries.class_code = stated.class_code
    left join {{ ref('int_expenditure_summaries') }} as appropriation
        on
            {{ same_period('summaries', 'appropriation') }}
            and summaries.organisation = appropriation.organisation
            and summaries.class_code = appropriation.class_code
            and appropriation.layer = 'appropriation'
    where summaries.layer = 'balance'
)

select
    *,
    abs(expenditure_cny - sum(amount_cny) over whole) <= half_unit_of_total + sum(half_unit_cny) over whole
        as is_complete,
    min(remaining_cny + tolerance_cny) over whole >= 0 as agrees
from classes
window whole as (partition by document_id, organisation, fiscal_year, phase)
