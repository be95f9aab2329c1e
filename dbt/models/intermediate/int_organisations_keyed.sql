{#
    One row per document and organisation: its key (region and normalised name), kind and department.
    A unit's own document does not name the department that answers for it; the document of that department does.
#}
{{ config(access='protected') }}
with printed as (
    select
        document_id,
        organisation,
        max(kind) as kind,
        max(parent) as parent,
        max(department) as department,
        max(region_code) as region_code,
        max(budget_code) as budget_code
    from {{ source('extracted', 'organisations') }}
    group by document_id, organisation
),

departments_of_units as (
    select organisation, max(department) as department
    from printed
    where kind = 'unit' and department <> organisation
    group by organisation
    having count(distinct department) = 1
),

described as (
    select
        seen.document_id,
        seen.organisation,
        coalesce(departments.department, printed.department, seen.department) as department,
        printed.parent,
        coalesce(
            case when departments.department is not null then 'unit' end,
            printed.kind,
            case
                when seen.organisation = seen.department then 'department'
                when seen.organisation like '%本级' then 'own_level'
                else 'unit'
            end
        ) as kind,
        coalesce(printed.region_code, documents.region_code) as region_code,
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
            and printed.department = seen.organisation
            and documents.document_scope = 'unit'
)

select
    described.*,
    coalesce(described.region_code, '000000') || ':' || described.organisation as organisation_id,
    case
        when described.department is null then null
        when described.department = described.organisation
            then coalesce(described.region_code, '000000') || ':' || described.organisation
        else coalesce(departments.region_code, described.region_code, '000000') || ':' || described.department
    end as department_id
from described
left join described as departments
    on described.document_id = departments.document_id and described.department = departments.organisation
