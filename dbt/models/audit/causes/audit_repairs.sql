{#
    One row per figure and failed check that one other value of the figure would make hold. Of each figure it is the
    value that most independent checks agree on, or that the account of its table found: a rule tells the same of a
    figure once on each side, whatever it compares. Of values that as many agree on it is one of whole fen, as sums give:
    what a rate gives nobody prints. `held` is how many hold now and would not then.
#}
{% set agree = '''
    case demands.bound
        when 0 then abs(proposed.value - demands.demanded) <= demands.tolerance
        when 1 then proposed.value >= demands.demanded - demands.tolerance
        else proposed.value <= demands.demanded + demands.tolerance
    end
''' %}
with proposed as (
    select document_id, figure_id, demanded as value, min(tolerance) as tolerance, 0 as account_identities
    from {{ ref('audit_demands') }}
    where bound = 0
    group by document_id, figure_id, demanded
    union all
    select document_id, ledger_id as figure_id, cast(repaired_cny as double) as value, 0 as tolerance, identities as account_identities
    from {{ ref('fct_repairs') }}
    where repaired_cny is not null
),

explained as (
    select
        proposed.*,
        demands.check_id,
        demands.rule_id,
        demands.role as side,
        demands.value as printed
    from proposed
    inner join {{ ref('audit_demands') }} as demands
        on proposed.document_id = demands.document_id and proposed.figure_id = demands.figure_id and {{ agree }}
),

weighed as (
    select
        document_id,
        figure_id,
        value,
        min(tolerance) as tolerance,
        count(distinct check_id) as checks,
        max(account_identities) as account_identities,
        greatest(count(distinct rule_id || side), max(account_identities)) as identities
    from explained
    group by document_id, figure_id, value
),

chosen as (
    select
        *,
        row_number() over (
            partition by document_id, figure_id
            order by
                identities desc, checks desc, case when abs(value - round(value, 2)) < 1e-6 then 0 else 1 end,
                tolerance nulls last, value nulls last
        ) as choice
    from weighed
),

{# What holds of these figures as they are printed. #}
holding as (
    select operands.figure_id, count(distinct entering.rule_id || entering.side) as held
    from (
        select rule_id, anchor_id, anchor_id as operand_id, 'anchor' as side from {{ ref('audit_addends') }}
        union
        select rule_id, anchor_id, part_id as operand_id, 'part' as side from {{ ref('audit_addends') }}
        where role <> 'evidence'
    ) as entering
    inner join {{ ref('audit_checks') }} as checks
        on entering.rule_id = checks.rule_id and entering.anchor_id = checks.anchor_id
    inner join (
        select operand_id, coalesce(ledger_id, operand_id) as figure_id from {{ ref('audit_operands') }}
    ) as operands on entering.operand_id = operands.operand_id
    where
        checks.is_passed and checks.comparison = 'equal' and checks.actual_value <> 0
        and operands.figure_id in (select chosen.figure_id from chosen)
    group by operands.figure_id
)

select distinct
    chosen.document_id,
    chosen.figure_id,
    chosen.value,
    chosen.checks,
    chosen.identities,
    chosen.account_identities,
    coalesce(holding.held, 0) as held,
    explained.check_id,
    explained.rule_id,
    explained.side,
    explained.printed
from chosen
inner join explained
    on
        chosen.document_id = explained.document_id
        and chosen.figure_id = explained.figure_id
        and chosen.value = explained.value
left join holding on chosen.figure_id = holding.figure_id
where chosen.choice = 1 and (chosen.checks > 1 or chosen.account_identities > 1)
