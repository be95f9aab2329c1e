{#
    Identity 13: the total of a unit's targets equals the unit's total in the expenditure table, their basic
    expenditure its basic column.
#}
with figures as (
    select * from {{ ref('audit_figures') }}
)

select {{ addend('targets_equal_expenditure') }}
from figures as anchors
inner join figures as parts on {{ same_whole() }}
where
    anchors.statement_kind = 'unit_targets'
    and anchors.measure = 'approved'
    and parts.statement_kind = 'budget_expenditure'
    and parts.printing = 1
    and parts.fund = 'all'
    and parts.code is null
    and parts.item = 'total'
    and (
        (anchors.item = 'total' and anchors.project_name is null and parts.measure = 'total')
        or (anchors.project_name = '{{ words('basic_expenditure') }}' and parts.measure = 'basic')
    )
