{# Identity 20: of paragraphs that count on, none bears the number of the one before. #}
select {{ enters('index_number_is_printed_once', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'index_number'
