{# Identity 9: an account said to be more than its budget is more, and what is said to have grown has. #}
select {{ enters('direction_in_words_holds', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'direction'
