{# Identity 14: amounts that the calculation basis states a total of sum to it. #}
select {{ enters('parts_sum_to_stated_total', "total_id || ':estimate'", "estimate_amount_id || ':estimate'") }}
from {{ ref('fct_estimates') }}
where total_id is not null
