{# Identity 8: the organisations of 支出总表 sum to the expenditure of 收支总表. #}
select {{ addend('units_sum_to_balance') }}
from {{ ref('audit_figures') }} as anchors
inner join {{ ref('audit_figures') }} as parts on {{ same_whole() }}
where
    {{ first_printing('anchors', ['budget_balance']) }}
    and anchors.fund = 'all'
    and anchors.measure = 'amount'
    and anchors.year_item = 'expenditure_total'
    and {{ first_printing('parts', ['budget_expenditure']) }}
    and parts.fund = 'all'
    and parts.measure = 'total'
    and parts.code is null
    and parts.row_role = 'total'
