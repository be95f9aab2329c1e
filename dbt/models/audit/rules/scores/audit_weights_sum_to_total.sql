{#
    Identity 18: the weights of a level sum to the total printed below them. Silent where a table prints two totals, or
    points beyond the weights (加分项).
#}
with leaves as (
    select * from {{ ref('fct_scores') }} where row_role = 'leaf'
),

tables as (
    select
        document_id,
        table_number,
        sum(case when row_role = 'total' and level_3_ledger_id is not null then 1 else 0 end) <= 1
        and max(case when regexp_matches(path, '{{ words('extra_points') }}') then 1 else 0 end) = 0 as is_whole
    from {{ ref('fct_scores') }}
    group by document_id, table_number
),

in_total as (
    {% for level in [1, 2, 3] %}
    select totals.level_{{ level }}_ledger_id as anchor_id, parts.level_{{ level }}_ledger_id as part_id
    from {{ ref('fct_scores') }} as totals
    inner join leaves as parts
        on
            {{ same_table('totals', 'parts') }}
            and parts.row_number < totals.row_number
    inner join tables
        on {{ same_table('totals', 'tables') }}
    where
        totals.row_role = 'total'
        and totals.level_{{ level }}_ledger_id is not null
        and tables.is_whole
        and parts.level_{{ level }}_ledger_id is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select {{ enters('weights_sum_to_total', 'anchor_id', 'part_id') }}
from in_total
