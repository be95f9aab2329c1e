{#
    Identity 20: a caption or heading names the issuer as the document does. A name cut short, a 本级 and another body are
    no slips.
#}
select
    'issuer_in_label_is_the_issuer' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign,
    'addend' as role
from {{ ref('fct_labels') }}
where kind = 'issuer'
