{#
    Identity 20: the year in a heading or over a table is the document's. Comparatives, spans of years, plans and statements
    of another kind are no labels of it.
#}
select {{ enters('year_in_label_is_the_year', 'label_id', "label_id || ':meant'") }}
from {{ ref('fct_labels') }}
where kind = 'fiscal_year'
