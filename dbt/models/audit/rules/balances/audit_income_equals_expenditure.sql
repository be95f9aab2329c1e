{# Identity 1: the two totals of a summary are equal, for each fund. #}
select {{ addend('income_equals_expenditure') }}
from {{ ref('audit_figures') }} as anchors
inner join {{ ref('audit_figures') }} as parts
    on {{ same_subject() }}
        and anchors.table_number = parts.table_number
        and anchors.fund = parts.fund
        and anchors.measure = parts.measure
where
    anchors.family = 'balance'
    and anchors.measure = 'amount'
    and anchors.item = 'expenditure_grand_total'
    and parts.item = 'income_grand_total'
