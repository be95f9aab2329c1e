{# Identity 20: what a template leaves to be chosen or filled in is chosen and filled in. #}
select {{ enters('template_is_filled_in', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'template'
