{#
    Identity 12: a task that bears the name of a project of the same unit's list has its amount, with what the list prints
    apart as carried over for it (…（结转）) where that comes nearer.
#}
with tasks as (
    select
        *,
        {{ comparable_name('project_name') }} as comparable_name
    from {{ ref('audit_figures') }}
    where statement_kind = 'unit_targets' and measure = 'approved' and project_name is not null
),

pairs as (
    select
        anchors.ledger_id as anchor_id,
        anchors.amount_cny as task_cny,
        parts.ledger_id as part_id,
        parts.amount_cny as part_cny,
        parts.comparable_name <> anchors.comparable_name as is_carried
    from tasks as anchors
    inner join {{ ref('audit_project_rows') }} as parts
        on
            {{ same_subject() }}
            and anchors.comparable_name in (
                parts.comparable_name, {{ replace_all('parts.comparable_name', words('carried_project'), '') }}
            )
),

sums as (
    select
        anchor_id,
        sum(case when is_carried then 0 else part_cny end) as own_cny,
        sum(part_cny) as all_cny
    from pairs
    group by anchor_id
    having min(case when is_carried then 1 else 0 end) = 0
)

select {{ enters('task_equals_project_row', 'pairs.anchor_id', 'pairs.part_id') }}
from pairs
inner join sums on pairs.anchor_id = sums.anchor_id
where not pairs.is_carried or abs(pairs.task_cny - sums.all_cny) < abs(pairs.task_cny - sums.own_cny)
