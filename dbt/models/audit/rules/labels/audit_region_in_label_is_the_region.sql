{#
    Identity 20: a heading names the issuer with its region, and no office is of a district that its city does not have.
#}
select {{ enters('region_in_label_is_the_region', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'region'
