{# Identity 5: a fund of which the text says that there is none has no amounts of the year in its table. #}
select
    'denied_fund_has_no_amounts' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign, 'addend' as role
from {{ ref('fct_labels') }}
where kind = 'denial'
