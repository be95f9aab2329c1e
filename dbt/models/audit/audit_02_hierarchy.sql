{#
    Identity 2: what is printed below a row sums to it; categories sum to the total row of their organisation, where
    all are of one classification.
#}
with nodes as (
    select * from {{ ref('audit_nodes') }}
),

anchors as (
    select *
    from {{ ref('audit_figures') }}
    where
        year_item in ('total', 'expenditure_total')
        and code is null
        and project_name is null
        and (
            family in ('expenditure', 'income', 'basic', 'operation', 'procurement')
            or (family = 'balance' and side = 'expenditure')
        )
),

categories as (
    select
        *,
        min(classification) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, side, fund, measure
        ) as first_classification,
        max(classification) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, side, fund, measure
        ) as last_classification
    from nodes
    where level = 1
),

parts as (
    select * from categories where first_classification = last_classification
),

outside_codes as (
    select *
    from {{ ref('audit_figures') }}
    where family = 'balance' and item in ('to_higher_level', 'to_subordinates')
),

totals as (
    select distinct anchors.ledger_id
    from anchors
    inner join parts on {{ same_block() }}
)

select 'children_sum_to_parent' as rule_id, parent_ledger_id as anchor_id, ledger_id as part_id, 1 as sign
from nodes
where parent_ledger_id is not null

union all

select {{ addend('categories_sum_to_total') }}
from anchors
inner join parts on {{ same_block() }}

union all

select {{ addend('categories_sum_to_total', part='outside_codes') }}
from anchors
inner join totals on anchors.ledger_id = totals.ledger_id
inner join outside_codes on {{ same_block('anchors', 'outside_codes') }}
where anchors.year_item = 'expenditure_total'
