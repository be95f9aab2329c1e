{# The amounts of the year of single projects in lists by unit, with the name as two tables may be compared on it. #}
select
    *,
    {{ comparable_name('project_name') }} as comparable_name
from {{ ref('audit_figures') }}
where
    statement_kind in ('budget_projects', 'budget_project_summary')
    and project_name is not null
    and measure in ('approved', 'total', 'amount')
