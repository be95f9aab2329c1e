{#
    One row per failed check that another value of one figure would mend, with that figure: of several the one that would
    mend most. It is misprinted (`is_misprint`) where more fails without that value than holds, and no other figure would
    mend as much.
#}
with ranked as (
    select
        *,
        row_number() over (
            partition by check_id
            order by
                case when identities > 1 and identities > held then 0 else 1 end,
                case when printed = 0 then 1 else 0 end,
                checks desc, identities desc, held nulls last, anchored desc, figure_id nulls last
        ) as choice
    from (
        select *, max(case when side = 'part' then 0 else 1 end) over (partition by figure_id) as anchored
        from {{ ref('audit_repairs') }}
    ) as repairs
),

figures as (
    select
        figure_id,
        min(value) as value,
        count(*) as checks,
        greatest(count(distinct rule_id || side), max(account_identities)) as identities,
        max(held) as held
    from ranked
    where choice = 1
    group by figure_id
),

{# Another figure would mend them as well: which of the two is wrong nobody can tell. #}
rivalled as (
    select taken.figure_id
    from ranked as taken
    inner join figures on taken.figure_id = figures.figure_id
    inner join {{ ref('audit_repairs') }} as others
        on taken.check_id = others.check_id and taken.figure_id <> others.figure_id and others.printed <> 0
    where taken.choice = 1 and others.held <= figures.held
    group by taken.figure_id, others.figure_id, figures.checks
    having count(distinct taken.check_id) = figures.checks
)

select
    ranked.check_id,
    figures.figure_id,
    figures.value,
    figures.identities > greatest(figures.held, 1)
    and figures.figure_id not in (select rivalled.figure_id from rivalled) as is_misprint
from ranked
inner join figures on ranked.figure_id = figures.figure_id
where ranked.choice = 1 and (figures.checks > 1 or figures.identities > 1)
