{# Identity 20: of paragraphs that count on, none bears the number of the one before. #}
select
    'index_number_is_printed_once' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign, 'addend' as role
from {{ ref('fct_labels') }}
where kind = 'index_number'
