{#
    Identity 20: the work plan that a target follows is of the document's year. Where the sentence names that year too, the
    earlier plan is meant.
#}
select {{ enters('plan_is_of_the_year', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'plan_year'
