{#
    Identity 18: the weights of a level sum to the weight above them, and those of a whole level to the printed total.
    A page break can take a name and its weight: where the weight above is used up exactly before its rows end, the rest
    stands under a name that was lost, and where the first row has none, what was lost stood there.
#}
with leaves as (
    select
        *,
        {% for level in [1, 2] %}
        sum(case when level_{{ level }}_ledger_id is not null then 1 else 0 end) over (
            partition by document_id, table_number order by row_number
        ) as group_{{ level }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ ref('fct_scores') }}
    where row_role = 'leaf'
),

pairs as (
    {% for level in [1, 2] %}
    select
        parents.level_{{ level }}_ledger_id as anchor_id,
        parents.level_{{ level }}_weight as whole,
        parts.level_{{ level + 1 }}_ledger_id as part_id,
        parts.row_number,
        parents.level_{{ level + 1 }}_ledger_id is not null as begins,
        sum(parts.level_{{ level + 1 }}_weight) over (
            partition by parents.level_{{ level }}_ledger_id order by parts.row_number
        ) as used,
        max(parts.row_number) over (partition by parents.level_{{ level }}_ledger_id) as last_row
    from leaves as parents
    inner join leaves as parts
        on
            parents.document_id = parts.document_id
            and parents.table_number = parts.table_number
            and parents.group_{{ level }} = parts.group_{{ level }}
            and parents.level_{{ level }} = parts.level_{{ level }}
    where
        parents.level_{{ level }}_ledger_id is not null
        and parts.level_{{ level + 1 }}_ledger_id is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

{# One total, and no points beyond the weights. #}
tables as (
    select
        document_id,
        table_number,
        sum(case when row_role = 'total' and level_3_ledger_id is not null then 1 else 0 end) <= 1
        and max(case when regexp_matches(path, '加分|减分|扣分|附加') then 1 else 0 end) = 0 as is_whole
    from {{ ref('fct_scores') }}
    group by document_id, table_number
),

in_total as (
    {% for level in [1, 2, 3] %}
    select totals.level_{{ level }}_ledger_id as anchor_id, parts.level_{{ level }}_ledger_id as part_id
    from {{ ref('fct_scores') }} as totals
    inner join leaves as parts
        on
            totals.document_id = parts.document_id
            and totals.table_number = parts.table_number
            and parts.row_number < totals.row_number
    inner join tables
        on totals.document_id = tables.document_id and totals.table_number = tables.table_number
    where
        totals.row_role = 'total'
        and totals.level_{{ level }}_ledger_id is not null
        and tables.is_whole
        and parts.level_{{ level }}_ledger_id is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select 'weights_sum_to_level_above' as rule_id, anchor_id, part_id, 1 as sign
from pairs
where
    begins
    and not exists (
        select 1 from pairs as earlier
        where
            earlier.anchor_id = pairs.anchor_id
            and earlier.row_number < earlier.last_row
            and earlier.used = earlier.whole
    )

union all

select 'weights_sum_to_total' as rule_id, anchor_id, part_id, 1 as sign
from in_total
