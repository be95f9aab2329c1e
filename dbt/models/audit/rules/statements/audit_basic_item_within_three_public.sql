{# Identity 7: an item of basic expenditure is no larger than in three-public, which holds project money too. #}
with economic as (
    select
        *,
        case code
            when '30212' then 'abroad'
            when '30217' then 'reception'
            when '30231' then 'vehicle_operation'
            when '31013' then 'vehicle_purchase'
        end as three_public_measure
    from {{ ref('audit_figures') }}
    where statement_kind = 'final_general_basic' and classification = 'departmental_economic'
)

select {{ addend('basic_item_within_three_public') }}
from economic as anchors
inner join {{ ref('audit_figures') }} as parts
    on {{ same_subject() }} and anchors.three_public_measure = parts.measure
where parts.family = 'three_public' and parts.printing = 1
