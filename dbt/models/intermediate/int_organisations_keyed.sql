{#
    One row per document and organisation: its key (region and normalised name), kind and department.
    A unit's own document does not name the department that answers for it; the document of that department does, where
    it is of the same region. A unit that bears the name of a department with a document of its own is the department's
    本级: another organisation.
#}
{% set own_level = words('own_level') %}
{{ config(access='protected') }}
with printed as (
    select
        organisations.document_id,
        organisations.organisation,
        max(organisations.kind) as kind,
        max(organisations.parent) as parent,
        max(organisations.department) as department,
        max(coalesce(organisations.region_code, documents.region_code)) as region_code,
        max(coalesce(organisations.region_name, documents.region_name)) as region_name,
        max(organisations.budget_code) as budget_code
    from {{ source('extracted', 'organisations') }} as organisations
    left join {{ source('extracted', 'documents') }} as documents
        on organisations.document_id = documents.document_id
    group by organisations.document_id, organisations.organisation
),

departments_of_units as (
    select organisation, region_code, max(department) as department
    from printed
    where kind = 'unit' and department <> organisation
    group by organisation, region_code
    having count(distinct department) = 1
),

same_names as (
    select distinct units.document_id, units.organisation
    from {{ source('extracted', 'documents') }} as units
    inner join {{ source('extracted', 'documents') }} as wholes
        on
            units.organisation = wholes.organisation
            and units.region_code is not distinct from wholes.region_code
            and wholes.document_scope = 'department'
    where units.document_scope = 'unit'
),

described as (
    select
        seen.document_id,
        seen.organisation,
        case when same_names.organisation is null then seen.organisation else seen.organisation || '{{ own_level }}' end
            as known_as,
        coalesce(departments.department, printed.department, seen.department) as department,
        printed.parent,
        coalesce(
            case when same_names.organisation is not null then 'own_level' end,
            case when departments.department is not null then 'unit' end,
            printed.kind,
            case
                when seen.organisation = seen.department then 'department'
                when seen.organisation like '%{{ own_level }}' then 'own_level'
                else 'unit'
            end
        ) as kind,
        coalesce(printed.region_code, documents.region_code) as region_code,
        coalesce(printed.region_name, documents.region_name) as region_name,
        printed.budget_code,
        seen.first_year,
        seen.last_year
    from {{ ref('int_organisations_seen') }} as seen
    left join printed
        on seen.document_id = printed.document_id and seen.organisation = printed.organisation
    left join {{ source('extracted', 'documents') }} as documents
        on seen.document_id = documents.document_id
    left join departments_of_units as departments
        on
            seen.organisation = departments.organisation
            and coalesce(printed.region_code, documents.region_code) is not distinct from departments.region_code
            and printed.department = seen.organisation
            and documents.document_scope = 'unit'
    left join same_names
        on seen.document_id = same_names.document_id and seen.organisation = same_names.organisation
)

select
    described.*,
    coalesce(described.region_code, '000000') || ':' || described.known_as as organisation_id,
    case
        when described.department is null then null
        when described.department = described.organisation
            then coalesce(described.region_code, '000000') || ':' || described.organisation
        else coalesce(departments.region_code, described.region_code, '000000') || ':' || described.department
    end as department_id
from described
left join described as departments
    on described.document_id = departments.document_id and described.department = departments.organisation
