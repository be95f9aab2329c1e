{#
    Identity 19: rows that print one indicator, the later against the earlier.
    same: of one project, or of the unit itself, or a name that bears the other's project before it.
    unit: a row of the unit's table and the only one of its projects' rows with that name, printed nowhere else.
    similar: the same where the name stands elsewhere too, or one name holds the other and little more.
#}
with names as (
    select
        *,
        count(*) over (partition by document_id, table_number, own_name) as times_in_table,
        count(*) over (partition by document_id, scope, own_name) as times_in_scope
    from {{ ref('audit_indicator_names') }}
    where length(own_name) >= 4
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
        units.*,
        projects.project is not null as is_own_project,
        max(case when projects.project is not null then 1 else 0 end) over (
            partition by units.document_id, units.table_number
        ) as has_projects,
        candidates.target_operand_id as other_id,
        candidates.project as other_project,
        candidates.own_name as other_name,
        candidates.full_name as other_full_name,
        candidates.times_in_table as other_times_in_table,
        candidates.times_in_scope as other_times_in_scope
    from names as units
    inner join names as candidates
        on
            units.document_id = candidates.document_id
            and units.department is not distinct from candidates.department
            and units.fiscal_year is not distinct from candidates.fiscal_year
    left join unit_projects as projects
        on
            units.document_id = projects.document_id
            and units.table_number = projects.table_number
            and candidates.project = projects.project
    where units.scope = 'organisation' and candidates.scope = 'project' and candidates.project <> ''
),

named_alike as (
    select
        *,
        own_name = other_name
        or (other_full_name like '%' || own_name and own_name like '%' || other_name) as is_same_name
    from of_units
    where
        times_in_table = 1 and other_times_in_table = 1
        and (is_own_project or has_projects = 0)
        and (
            other_full_name like '%' || own_name || '%'
            or (own_name like '%' || other_name || '%' and length(other_name) >= 8)
        )
        and abs(length(own_name) - length(other_name)) <= 5 + case when other_full_name like '%' || own_name then 20 else 0 end
),

counted as (
    select
        *,
        count(*) over (partition by target_operand_id) as projects,
        count(*) over (partition by other_id) as units
    from named_alike
)

select
    case when is_same_name and other_times_in_scope = 1 and length(own_name) >= 6 then 'unit' else 'similar' end as kind,
    document_id,
    other_id as later_id,
    target_operand_id as earlier_id
from counted
where projects = 1 and units = 1 and (is_same_name or length(own_name) >= 8)

union all

select 'same' as kind, later.document_id, later.target_operand_id as later_id, earlier.target_operand_id as earlier_id
from names as later
inner join names as earlier
    on
        later.document_id = earlier.document_id
        and later.department is not distinct from earlier.department
        and later.fiscal_year is not distinct from earlier.fiscal_year
        and later.scope = earlier.scope
        and (
            (
                later.project = earlier.project and later.own_name = earlier.own_name
                and later.organisation is not distinct from earlier.organisation
            )
            or (later.project <> earlier.project and later.full_name = earlier.folded_name)
            or (later.project <> earlier.project and later.folded_name = earlier.full_name)
        )
        and (
            later.table_number > earlier.table_number
            or (
                later.table_number = earlier.table_number and later.row_number > earlier.row_number
                and later.aspect is not distinct from earlier.aspect
                and later.explanation is not distinct from earlier.explanation
            )
        )
