{#
    Identity 14: numbered uses with an amount each, or the total that the text states, come to no more than the amount
    of the year. That they come to less can have its reasons: see audit_estimate_sums_to_amount.
#}
select
    'estimate_within_amount' as rule_id,
    ledger_id as anchor_id,
    part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_estimate_components') }}
where clarity in ('numbered', 'totalled')
