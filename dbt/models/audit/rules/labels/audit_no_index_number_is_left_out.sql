{# Identity 20: a long list that counts on from 1 leaves out no number. #}
select
    'no_index_number_is_left_out' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign, 'addend' as role
from {{ ref('fct_labels') }}
where kind = 'skipped_number'
