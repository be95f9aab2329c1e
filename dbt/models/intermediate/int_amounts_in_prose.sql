{#
    Amounts that the text states of an organisation, a function code or a project, by year and phase. Of several for one
    code the largest is its total and the others are parts; else the first stands. An amount that may be income or
    expenditure (either) stands for the expenditure, after one that is said to be.
#}
{{ config(materialized='ephemeral') }}
with funds as (
    select document_id, function_code, min(fund) as fund
    from {{ ref('int_amounts_by_function') }}
    group by document_id, function_code
    having count(distinct fund) = 1
),

projects as (
    select
        organisation_id,
        {{ comparable_name('project_name') }} as comparable_name,
        min(project_id) as project_id,
        max(project_code) as project_code
    from {{ ref('int_projects_counted') }}
    group by organisation_id, {{ comparable_name('project_name') }}
    having count(distinct project_id) = 1
),

prose as (
    select
        amounts.document_id,
        amounts.organisation_id,
        amounts.organisation,
        organisations.department_id,
        amounts.department,
        case
            when amounts.topic = 'unit_total' then 'expenditure_total'
            else replace(amounts.topic, '_either', '_expenditure')
        end as subject,
        case when amounts.topic like '%either' then 1 else 0 end as distance,
        case when amounts.topic = 'function' then coalesce(funds.fund, 'all') end as fund,
        case
            when amounts.topic = 'project' then coalesce(
                projects.project_id, amounts.organisation_id || '/' || {{ comparable_name('amounts.project_name') }}
            )
        end as project_id,
        projects.project_code,
        amounts.code,
        amounts.project_name,
        amounts.fiscal_year,
        amounts.phase,
        amounts.amount_cny,
        amounts.prose_id,
        amounts.page,
        amounts.line,
        amounts.sequence,
        amounts.span_start,
        amounts.ledger_id
    from {{ ref('int_prose_amounts_owned') }} as amounts
    left join {{ ref('int_organisations_described') }} as organisations
        on amounts.organisation_id = organisations.organisation_id
    left join funds on amounts.document_id = funds.document_id and amounts.code = funds.function_code
    left join projects
        on
            amounts.organisation_id = projects.organisation_id
            and {{ comparable_name('amounts.project_name') }} = projects.comparable_name
    where
        amounts.role in ('level', 'base') and amounts.horizon = 'year'
        and amounts.topic not like '%grand_total'
        and amounts.phase is not null and amounts.amount_cny is not null
        and (amounts.topic = 'function') = (amounts.code is not null)
        and (amounts.topic = 'project') = (amounts.project_name is not null)
),

ranked as (
    select
        *,
        row_number() over (
            partition by document_id, organisation_id, subject, code, project_id, fiscal_year, phase
            order by distance, case when subject = 'function' then -amount_cny end, sequence, span_start, prose_id
        ) as choice
    from prose
)

select
    document_id,
    organisation_id,
    organisation,
    department_id,
    department,
    case when subject in ('function', 'project') then subject else 'total' end as level,
    subject,
    fund,
    code as function_code,
    subject not in ('function', 'project') as is_counted,
    project_id,
    project_code,
    project_name,
    fiscal_year,
    phase,
    'prose' as source,
    distance,
    amount_cny,
    1 as addends,
    page,
    line,
    ledger_id
from ranked
where choice = 1
