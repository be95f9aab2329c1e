{#
    Identity 18: the weights of a level sum to the weight above them. A page break can take a name and its weight: where
    the weight above is used up exactly before its rows end, the rest stands under a name that was lost, and where the
    first row has none, what was lost stood there. Where a number of the table has no meaning, a weight may be missing.
#}
with unread as (
    select distinct document_id, table_number
    from {{ ref('fct_ledger') }}
    where disposition = 'unmapped' and table_number is not null
),

leaves as (
    select
        *,
        {% for level in [1, 2] %}
        sum(case when level_{{ level }}_ledger_id is not null then 1 else 0 end) over (
            partition by document_id, table_number order by row_number nulls last
        ) as group_{{ level }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ ref('fct_scores') }} as scores
    where
        row_role = 'leaf'
        and not exists (
            select 1 from unread where {{ same_table('unread', 'scores') }}
        )
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
            partition by parents.level_{{ level }}_ledger_id order by parts.row_number nulls last
        ) as used,
        max(parts.row_number) over (partition by parents.level_{{ level }}_ledger_id) as last_row
    from leaves as parents
    inner join leaves as parts
        on
            {{ same_table('parents', 'parts') }}
            and parents.group_{{ level }} = parts.group_{{ level }}
            and parents.level_{{ level }} = parts.level_{{ level }}
    where
        parents.level_{{ level }}_ledger_id is not null
        and parts.level_{{ level + 1 }}_ledger_id is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select {{ enters('weights_sum_to_level_above', 'anchor_id', 'part_id') }}
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
