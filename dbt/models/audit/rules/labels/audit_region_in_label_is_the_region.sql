{#
    Identity 20: a heading names the issuer with its region, and no office is of a district that its city does not have.
#}
select
    'region_in_label_is_the_region' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign,
    'addend' as role
from {{ ref('fct_labels') }}
where kind = 'region'
