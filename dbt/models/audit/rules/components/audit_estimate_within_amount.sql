{#
    Identity 14: numbered uses with an amount each, or the total that the text states, come to no more than the amount
    of the year. That they come to less can have its reasons: see audit_estimate_sums_to_amount.
#}
select {{ enters('estimate_within_amount', 'ledger_id', 'part_id') }}
from {{ ref('audit_estimate_components') }}
where clarity in ('numbered', 'totalled')
