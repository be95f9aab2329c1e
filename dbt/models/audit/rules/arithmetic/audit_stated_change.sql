{# Identity 9: a change stated beside a level and its base is the difference of the two. #}
with changes as (
    select
        prose.prose_id,
        prose.direction,
        prose.level_id,
        prose.base_id
    from {{ ref('fct_prose_amounts') }} as prose
    inner join {{ ref('fct_prose_amounts') }} as levels on prose.level_id = levels.prose_id
    inner join {{ ref('fct_prose_amounts') }} as bases on prose.base_id = bases.prose_id
    where
        prose.role = 'change' and prose.amount_cny is not null
        and levels.amount_cny is not null and bases.amount_cny is not null and bases.role <> 'change'
)

select {{ enters('stated_change', 'prose_id', 'level_id', sign='direction') }}
from changes

union all

select {{ enters('stated_change', 'prose_id', 'base_id', sign='-direction') }}
from changes
