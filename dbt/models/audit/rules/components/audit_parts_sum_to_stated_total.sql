{# Identity 14: amounts that the calculation basis states a total of sum to it. #}
select
    'parts_sum_to_stated_total' as rule_id,
    total_id || ':estimate' as anchor_id,
    estimate_amount_id || ':estimate' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('fct_estimates') }}
where total_id is not null
