{# Identity 9: what a change or a growth is stated against is of another year than its own, or of another phase. #}
select {{ enters('base_is_of_an_earlier_year', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'base_year'
