{#
    Identity 20: the work plan that a target follows is of the document's year. Where the sentence names that year too, the
    earlier plan is meant.
#}
select
    'plan_is_of_the_year' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign,
    'addend' as role
from {{ ref('fct_labels') }}
where kind = 'plan_year'
