{# Identity 11: a unit's total in the procurement table equals its procurement column in the expenditure table. #}
with figures as (
    select * from {{ ref('audit_figures') }}
)

select {{ addend('procurement_table_equals_expenditure') }}
from figures as anchors
inner join figures as parts on {{ same_subject() }}
where
    anchors.statement_kind = 'budget_procurement'
    and anchors.printing = 1
    and anchors.code is null
    and anchors.item = 'total'
    and anchors.measure in ('amount', 'total')
    and parts.statement_kind = 'budget_expenditure'
    and parts.printing = 1
    and parts.code is null
    and parts.item = 'total'
    and parts.measure = 'procurement_total'
