{#
    Identity 12: the project column of a unit in the expenditure table equals the sum of its rows in the list of
    projects. A department whose list names the projects of its units too is not held against its own rows alone, nor
    is a list beside which another names further projects.
#}
with figures as (
    select * from {{ ref('audit_figures') }}
)

select {{ addend('unit_projects_sum_to_expenditure') }}
from figures as anchors
inner join {{ ref('audit_project_rows') }} as parts on {{ same_subject() }}
where
    anchors.statement_kind = 'budget_expenditure'
    and parts.is_of_all
    and anchors.printing = 1
    and anchors.fund = 'all'
    and anchors.code is null
    and anchors.item = 'total'
    and anchors.measure = 'project'
    and not exists (
        select 1
        from {{ ref('audit_project_rows') }} as others
        where
            others.document_id = anchors.document_id
            and others.department = anchors.organisation
            and others.organisation <> anchors.organisation
    )
