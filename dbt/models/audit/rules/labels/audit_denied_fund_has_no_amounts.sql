{# Identity 5: a fund of which the text says that there is none has no amounts of the year in its table. #}
select {{ enters('denied_fund_has_no_amounts', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'denial'
