{# Identity 5: the funds of a row of the appropriation summary sum to its total, where each has one column and no other has more. #}
select {{ addend('funds_sum_to_appropriation') }}
from {{ ref('audit_appropriation_figures') }} as anchors
inner join {{ ref('audit_appropriation_figures') }} as parts
    on {{ same_subject() }} and anchors.table_number = parts.table_number and anchors.row_number = parts.row_number
where
    anchors.is_whole_row
    and not anchors.is_repeated
    and not anchors.has_carried
    and anchors.fund = 'fiscal_appropriation'
    and parts.fund <> 'fiscal_appropriation'
