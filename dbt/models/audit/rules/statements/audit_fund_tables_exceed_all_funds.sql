{# Identity 5: the fund tables' sum for a code is no larger than the statement of all funds prints. #}
select {{ addend('fund_tables_exceed_all_funds') }}
from {{ ref('audit_figures') }} as anchors
inner join {{ ref('audit_figures') }} as parts on {{ same_subject() }} and anchors.code = parts.code
where
    anchors.expenditure_basis = 'all_funds'
    and anchors.fund = 'all'
    and anchors.measure = 'total'
    and anchors.printing = 1
    and anchors.classification = 'function'
    and parts.expenditure_basis = 'fund'
    and parts.measure = 'total'
    and parts.printing = 1
