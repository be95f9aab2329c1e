{#
    Identity 20: the year in a heading or over a table is the document's. Comparatives, spans of years, plans and statements
    of another kind are no labels of it.
#}
select
    'year_in_label_is_the_year' as rule_id, label_id as anchor_id, label_id || ':meant' as part_id, 1 as sign,
    'addend' as role
from {{ ref('fct_labels') }}
where kind = 'fiscal_year'
