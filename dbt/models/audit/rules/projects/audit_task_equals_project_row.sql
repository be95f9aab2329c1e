{# Identity 12: a task that bears the name of a project of the same unit's list has its amount. #}
with tasks as (
    select
        *,
        {{ comparable_name('project_name') }} as comparable_name
    from {{ ref('audit_figures') }}
    where statement_kind = 'unit_targets' and measure = 'approved' and project_name is not null
)

select {{ addend('task_equals_project_row') }}
from tasks as anchors
inner join {{ ref('audit_project_rows') }} as parts
    on {{ same_subject() }} and anchors.comparable_name = parts.comparable_name
