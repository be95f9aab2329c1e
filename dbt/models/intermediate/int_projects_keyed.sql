{# Project rows with their keys. A row without a code takes the one code its organisation prints for the name. #}
with projects as (
    select
        *,
        {{ comparable_name('project_name') }} as comparable_name
    from {{ source('extracted', 'projects') }}
),

codes as (
    select organisation, comparable_name, min(project_code) as project_code
    from projects
    where project_code is not null
    group by organisation, comparable_name
    having count(distinct project_code) = 1
)

select
    projects.*,
    organisations.organisation_id,
    organisations.department_id,
    coalesce(organisations.department, projects.department) as resolved_department,
    coalesce(organisations.organisation_id, projects.document_id)
    || '/' || coalesce(projects.project_code, codes.project_code, projects.comparable_name, '') as project_id,
    coalesce(projects.project_code, codes.project_code) as resolved_code,
    statements.project_source,
    {{ unit_factor('projects.unit_applied', 'false') }} as unit_factor
from projects
left join codes
    on projects.organisation = codes.organisation and projects.comparable_name = codes.comparable_name
left join {{ ref('int_organisations_keyed') }} as organisations
    on projects.document_id = organisations.document_id and projects.organisation = organisations.organisation
left join {{ ref('statements') }} as statements on projects.statement_kind = statements.statement_kind
