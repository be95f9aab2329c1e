{#
    Figures of rows that have a place in a classification, by code or by name alone, with the figure printed above them
    in the same column. Blocks with a row whose level is not known are left out: a child may be missing there.
#}
with nodes as (
    select *
    from {{ ref('audit_figures') }}
    where
        classification in ('function', 'departmental_economic', 'government_economic')
        or (family = 'balance' and side = 'expenditure' and item is null)
        or (family = 'procurement' and item is null)
),

unplaced as (
    select distinct document_id, table_number, organisation, side
    from {{ ref('audit_figures') }}
    where
        level is null and item is null
        and (code is not null or ledger_id in (select nodes.ledger_id from nodes))
),

placed as (
    select nodes.*
    from nodes
    left join unplaced
        on
            {{ same_table('nodes', 'unplaced') }}
            and nodes.organisation = unplaced.organisation
            and nodes.side = unplaced.side
    where nodes.level is not null and nodes.item is null and unplaced.document_id is null
),

{# Blocks side by side share row numbers: there the code tells whose child a row is. #}
parents as (
    select parts.ledger_id, min(anchors.ledger_id) as parent_ledger_id
    from placed as parts
    inner join placed as anchors
        on
            {{ same_block() }}
            and parts.parent_row_number = anchors.row_number
            and parts.level > anchors.level
            and (anchors.code is null or parts.code is null or parts.code like anchors.code || '%')
    group by parts.ledger_id
    having count(*) = 1
)

select placed.*, parents.parent_ledger_id
from placed
left join parents on placed.ledger_id = parents.ledger_id
