{# Identity 11: procurement from small and micro firms is within that from small and medium ones, that within all. #}
with figures as (
    select * from {{ ref('audit_figures') }}
)

select {{ addend('small_firms_within_procurement') }}
from figures as anchors
inner join figures as parts
    on
        {{ same_subject() }}
        and anchors.table_number = parts.table_number
        and anchors.row_number = parts.row_number
where
    (anchors.measure = 'procurement_sme' and parts.measure = 'procurement_total')
    or (anchors.measure = 'procurement_small_micro' and parts.measure = 'procurement_sme')
