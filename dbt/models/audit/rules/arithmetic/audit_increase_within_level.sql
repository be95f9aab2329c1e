{# Identity 9: what has grown by an amount is at least that amount, for its base was not negative. #}
select {{ enters('increase_within_level', 'changes.prose_id', 'changes.level_id') }}
from {{ ref('fct_prose_amounts') }} as changes
inner join {{ ref('fct_prose_amounts') }} as levels on changes.level_id = levels.prose_id
where
    changes.role = 'change' and changes.direction = 1 and changes.amount_cny is not null
    and levels.role = 'level' and levels.amount_cny is not null
    and changes.unit_as_printed = levels.unit_as_printed
