{#
    Identity 20: a document number closes its year before the serial number.
#}
select
    'document_number_is_well_formed' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign,
    'addend' as role
from {{ ref('fct_labels') }}
where kind = 'document_number'
