{#
    Identity 20: a document number closes its year before the serial number.
#}
select {{ enters('document_number_is_well_formed', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'document_number'
