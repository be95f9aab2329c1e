{#
    Identity 12: the project column of a unit in the expenditure table equals the sum of its rows in the list of
    projects.
#}
with figures as (
    select * from {{ ref('audit_figures') }}
)

select {{ addend('unit_projects_sum_to_expenditure') }}
from figures as anchors
inner join {{ ref('audit_project_rows') }} as parts on {{ same_subject() }}
where
    anchors.statement_kind = 'budget_expenditure'
    and anchors.printing = 1
    and anchors.fund = 'all'
    and anchors.code is null
    and anchors.item = 'total'
    and anchors.measure = 'project'
