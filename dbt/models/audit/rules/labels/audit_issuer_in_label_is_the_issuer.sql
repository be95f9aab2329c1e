{#
    Identity 20: a caption or heading names the issuer as the document does. A name cut short, a 本级 and another body are
    no slips.
#}
select {{ enters('issuer_in_label_is_the_issuer', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'issuer'
