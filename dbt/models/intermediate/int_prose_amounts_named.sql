{#
    Amounts that the text states of an organisation, a function code or a project, named as the tables name them. An
    amount that may be income or expenditure (either) stands for the expenditure. A base stands beside the level that is
    set against it (`against_cny`); what the growth printed of the two contradicts is no base (变化 0 万元, 增长 0 %).
#}
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
)

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
    amounts.code as function_code,
    amounts.project_name,
    amounts.fiscal_year,
    amounts.phase,
    amounts.amount_cny,
    amounts.prose_id,
    amounts.role,
    case when amounts.role = 'base' then levels.amount_cny end as against_cny,
    amounts.decimals,
    amounts.unit_as_printed,
    amounts.page,
    amounts.line,
    amounts.sequence,
    amounts.span_start,
    amounts.ledger_id
from {{ ref('int_prose_amounts_owned') }} as amounts
left join {{ ref('int_prose_amounts_owned') }} as levels
    on amounts.document_id = levels.document_id and amounts.level_id = levels.prose_id
left join {{ ref('int_growths_stated') }} as growths
    on amounts.role = 'base' and levels.prose_id = growths.level_id and growths.base_year = amounts.fiscal_year
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
    and not coalesce({{ growth_contradicts('growths', 'levels.amount_cny - amounts.amount_cny', 'amounts.amount_cny') }}, false)
