{# Identity 14: the amounts of the calculation basis sum to the amount of the year. What provably exceeds it is left out. #}
select
    'estimate_sums_to_amount' as rule_id,
    ledger_id as anchor_id,
    part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_estimate_components') }}
where clarity = 'listed' or not exceeds
