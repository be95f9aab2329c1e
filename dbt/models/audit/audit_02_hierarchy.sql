{# Identity 2: what is printed below a row sums to it; categories sum to the total row of their organisation. #}
with nodes as (
    select * from {{ ref('audit_nodes') }}
),

anchors as (
    select *
    from {{ ref('audit_figures') }}
    where
        item in ('total', 'expenditure_total')
        and code is null
        and (family in ('expenditure', 'income') or (family = 'balance' and side = 'expenditure'))
),

categories as (
    select * from nodes where level = 1 and classification <> 'departmental_economic'
),

outside_codes as (
    select *
    from {{ ref('audit_figures') }}
    where family = 'balance' and item in ('to_higher_level', 'to_subordinates')
),

totals as (
    select distinct anchors.ledger_id
    from anchors
    inner join categories as parts on {{ same_block() }}
)

select 'children_sum_to_parent' as rule_id, parent_ledger_id as anchor_id, ledger_id as part_id, 1 as sign
from nodes
where parent_ledger_id is not null

union all

select {{ addend('categories_sum_to_total') }}
from anchors
inner join categories as parts on {{ same_block() }}

union all

select {{ addend('categories_sum_to_total') }}
from anchors
inner join totals on anchors.ledger_id = totals.ledger_id
inner join outside_codes as parts on {{ same_block() }}
where anchors.item = 'expenditure_total'
