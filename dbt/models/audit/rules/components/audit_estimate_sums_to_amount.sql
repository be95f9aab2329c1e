{#
    Identity 14: the amounts of the calculation basis sum to the amount of the year. What provably exceeds it is left
    out, and a gap that the text names for the project: money carried over from the year before.
#}
with gaps_named as (
    select distinct components.document_id, components.form_number
    from {{ ref('audit_estimate_components') }} as components
    inner join {{ ref('fct_prose_amounts') }} as prose
        on
            components.document_id = prose.document_id
            and components.project_name = prose.project_name
            and prose.role in ('level', 'change')
            and abs(prose.amount_cny - abs(components.gap_cny)) <= components.rounding_cny
)

select {{ enters('estimate_sums_to_amount', 'components.ledger_id', 'components.part_id') }}
from {{ ref('audit_estimate_components') }} as components
left join gaps_named
    on components.document_id = gaps_named.document_id and components.form_number = gaps_named.form_number
where (components.clarity = 'listed' or not components.exceeds) and gaps_named.document_id is null
