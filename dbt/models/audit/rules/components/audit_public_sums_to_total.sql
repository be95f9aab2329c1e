{# Identity 6: public expenditure is what is printed of all economic categories but 301 and 303. #}
select {{ addend('public_sums_to_total') }}
from {{ ref('audit_economic_figures') }} as anchors
inner join {{ ref('audit_economic_figures') }} as parts on {{ same_subject() }}
where
    anchors.item = 'public_total'
    and length(parts.code) = 3
    and parts.code not in ('301', '303')
