{# Identity 9: an account said to be more than its budget is more, and what is said to have grown has. #}
select
    'direction_in_words_holds' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign, 'addend' as role
from {{ ref('fct_labels') }}
where kind = 'direction'
