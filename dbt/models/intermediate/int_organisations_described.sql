{#
    Organisations as all documents describe them together. A department that only a unit's line names, or another
    document under another region, is one too.
#}
with of_units as (
    select
        department_id as organisation_id,
        department as organisation,
        'department' as kind,
        department_id,
        department,
        nullif(substr(department_id, 1, 6), '000000') as region_code,
        max(case when region_code = substr(department_id, 1, 6) then region_name end) as region_name,
        min(first_year) as first_year,
        max(last_year) as last_year
    from {{ ref('int_organisations_keyed') }}
    where department_id is not null
    group by department_id, department
),

organisations as (
    select
        organisation_id, known_as as organisation, kind, parent, department_id, department, region_code, region_name,
        budget_code, first_year, last_year
    from {{ ref('int_organisations_keyed') }}
    union all
    select
        organisation_id, organisation, kind, cast(null as string) as parent, department_id, department, region_code,
        region_name, cast(null as string) as budget_code, first_year, last_year
    from of_units
    where organisation_id not in (select organisation_id from {{ ref('int_organisations_keyed') }})
)

select
    organisations.organisation_id,
    organisations.organisation as organisation_name,
    max(organisations.kind) as kind,
    max(organisations.parent) as parent,
    max(organisations.department_id) as department_id,
    max(organisations.department) as department,
    organisations.region_code,
    max(organisations.region_name) as region_name,
    max(organisations.budget_code) as budget_code,
    min(organisations.first_year) as first_year,
    max(organisations.last_year) as last_year
from organisations
group by organisations.organisation_id, organisations.organisation, organisations.region_code
