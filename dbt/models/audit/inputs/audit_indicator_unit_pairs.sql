{#
    Identity 19: rows of a unit's table and of its projects' forms that print one indicator.
    unit: a row of the unit's table and the only one of its projects' rows with that name, printed nowhere else.
    similar: the same where the name stands elsewhere too, or one name holds the other and little more.
#}
with names as (
    select * from {{ ref('audit_indicator_counts') }}
),

unit_projects as (
    select distinct
        projects.document_id,
        projects.table_number,
        names.project
    from {{ ref('fct_projects') }} as projects
    inner join (select distinct document_id, project from names where scope = 'project') as names
        on
            projects.document_id = names.document_id
            and length(names.project) >= 4
            and (
                {{ comparable_name('projects.project_name') }} like '%' || names.project
                or names.project like '%' || {{ comparable_name('projects.project_name') }}
            )
),

of_units as (
    select
        units.target_operand_id as unit_id,
        candidates.target_operand_id as project_id,
        units.document_id,
        units.own_name,
        candidates.own_name as other_name,
        projects.project is not null as is_own_project,
        units.own_name = candidates.own_name
        or (candidates.full_name like '%' || units.own_name and units.own_name like '%' || candidates.own_name)
            as is_same_name,
        max(case when projects.project is not null then 1 else 0 end) over (
            partition by units.document_id, units.table_number
        ) as has_projects
    from names as units
    inner join names as candidates
        on
            units.document_id = candidates.document_id
            and units.department is not distinct from candidates.department
            and units.fiscal_year is not distinct from candidates.fiscal_year
    left join unit_projects as projects
        on
            {{ same_table('units', 'projects') }}
            and candidates.project = projects.project
    where
        units.scope = 'organisation' and candidates.scope = 'project' and candidates.project <> ''
        and units.times_in_table = 1 and candidates.times_in_table = 1
        and not units.is_cost
),

named_alike as (
    select *, sum(case when is_same_name then 1 else 0 end) over (partition by unit_id) as rows_of_that_name
    from of_units
    where
        is_same_name
        or (length(own_name) >= 8 and other_name like '%' || own_name || '%' and length(other_name) <= length(own_name) + 5)
        or (length(other_name) >= 8 and own_name like '%' || other_name || '%' and length(own_name) <= length(other_name) + 5)
),

counted as (
    select
        *,
        count(*) over (partition by unit_id) as projects,
        count(*) over (partition by project_id) as units
    from named_alike
    where is_own_project or has_projects = 0
)

select
    case when is_same_name and rows_of_that_name = 1 and length(own_name) >= 6 then 'unit' else 'similar' end as kind,
    document_id,
    project_id as later_id,
    unit_id as earlier_id
from counted
where projects = 1 and units = 1
