{#
    Identity 19: rows that print one indicator, the later against the earlier.
    same: of one project, or of the unit itself, or a name that bears the other's project before it.
    unit: a row of the unit's table and the only one of its projects' rows with that name, printed nowhere else.
    similar: the same where the name stands elsewhere too, or one name holds the other and little more; a name printed
    twice in one form or in two forms of one kind: they may be of two units. A form that prints most names twice has a
    block of another term.
    What a unit may cost is no target of one of its projects.
#}
with counted_names as (
    select
        *,
        count(*) over (partition by document_id, table_number, own_name) as times_in_table,
        count(*) over (partition by document_id, table_number) as rows_of_table,
        own_name like '%控制数'
        or (
            coalesce(target_counter, '') = '元'
            and (coalesce(aspect, '') like '成本%' or regexp_matches(own_name, '预算|成本|支出|经费'))
        ) as is_cost
    from {{ ref('audit_indicator_names') }}
    where length(own_name) >= 4
),

names as (
    select
        *,
        sum(case when times_in_table > 1 then 1 else 0 end) over (partition by document_id, table_number) as repeated
    from counted_names
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
            units.document_id = projects.document_id
            and units.table_number = projects.table_number
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

union all

select
    case
        when later.statement_kind = earlier.statement_kind and later.full_name = earlier.full_name then 'similar'
        else 'same'
    end as kind,
    later.document_id,
    later.target_operand_id as later_id,
    earlier.target_operand_id as earlier_id
from names as later
inner join names as earlier
    on
        later.document_id = earlier.document_id
        and later.department is not distinct from earlier.department
        and later.fiscal_year is not distinct from earlier.fiscal_year
        and later.scope = earlier.scope
        and (later.project_code is null or earlier.project_code is null or later.project_code = earlier.project_code)
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
                and later.dimension is not distinct from earlier.dimension
                and 4 * later.repeated <= later.rows_of_table
            )
        )
