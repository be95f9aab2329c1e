{#
    Identity 14: a cost target for a whole project equals the amount of its form, its fiscal part, what it was revised to,
    or that of all its years; one for an organisation equals the total of its tasks, its basic expenditure, or the sum of
    its projects, as its name says.
#}
with targets as (
    select * from {{ ref('audit_cost_targets') }}
),

tasks as (
    select
        *,
        case
            when item = 'total' then 'total'
            when replace(project_name, ' ', '') = '{{ words('basic_expenditure') }}' then 'basic'
            when project_name is not null then 'projects'
        end as controls
    from {{ ref('audit_figures') }}
    where statement_kind = 'unit_targets' and measure = 'approved'
)

select {{ enters('cost_target_equals_amount', 'targets.operand_id', 'projects.approved_ledger_id') }}
from targets
inner join {{ ref('fct_projects') }} as projects
    on {{ same_table('targets', 'projects') }}
where
    targets.controls = 'project' and projects.approved_ledger_id is not null
    {% for amount in ['fiscal_appropriation_cny', 'revised_cny', 'midterm_cny'] -%}
    and coalesce(abs(targets.amount_cny - projects.{{ amount }}) > targets.half_unit_cny, true)
    {% endfor %}

union all

select {{ enters('cost_target_equals_amount', 'targets.operand_id', 'tasks.ledger_id') }}
from targets
inner join tasks
    on
        {{ same_table('targets', 'tasks') }}
        and targets.controls = tasks.controls
where targets.controls <> 'project'
