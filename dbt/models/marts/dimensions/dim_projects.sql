select
    project_id,
    max(organisation_id) as organisation_id,
    max(organisation) as organisation,
    max(resolved_code) as project_code,
    max(project_name) as project_name,
    max(project_type) as project_type,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year
from {{ ref('int_projects_keyed') }}
group by project_id
order by project_id
