{# Identity 20: what began in a year does not end in the year before. #}
select
    'end_follows_beginning' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign, 'addend' as role
from {{ ref('fct_labels') }}
where kind = 'year_of_end'
