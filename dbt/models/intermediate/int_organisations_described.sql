{# Organisations as all documents describe them together. #}
with regions as (
    select region_code, max(region_name) as region_name
    from {{ source('extracted', 'documents') }}
    group by region_code
)

select
    organisations.organisation_id,
    organisations.organisation as organisation_name,
    max(organisations.kind) as kind,
    max(organisations.parent) as parent,
    max(organisations.department_id) as department_id,
    max(organisations.department) as department,
    organisations.region_code,
    max(regions.region_name) as region_name,
    max(organisations.budget_code) as budget_code,
    min(organisations.first_year) as first_year,
    max(organisations.last_year) as last_year
from {{ ref('int_organisations_keyed') }} as organisations
left join regions on organisations.region_code = regions.region_code
group by organisations.organisation_id, organisations.organisation, organisations.region_code
