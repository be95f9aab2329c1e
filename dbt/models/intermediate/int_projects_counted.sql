{# Project rows with the department that answers for them and with which of their amounts may be summed. #}
select
    {{ all_but('projects', 'department') }},
    projects.resolved_department as department,
    chosen.is_additive,
    chosen.additive_amounts
from {{ ref('int_projects_keyed') }} as projects
inner join {{ ref('int_projects_chosen') }} as chosen
    on {{ same_row('projects', 'chosen') }}
