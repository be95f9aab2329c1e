{# Identity 6: staff expenditure is what is printed of the economic categories 301 and 303. #}
select {{ addend('staff_sums_to_total') }}
from {{ ref('audit_economic_figures') }} as anchors
inner join {{ ref('audit_economic_figures') }} as parts on {{ same_subject() }}
where anchors.item = 'staff_total' and parts.code in ('301', '303')
