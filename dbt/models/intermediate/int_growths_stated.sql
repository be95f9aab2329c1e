{#
    One row per level of the text, and year it is set against: the one growth that is stated of the two, in percent,
    negative where it fell, with half of what its last digit is worth.
#}
select
    document_id,
    level_id,
    base_year,
    min(direction * value) as percentage,
    max({{ half_unit('decimals') }}) as half_unit
from {{ source('extracted', 'prose_amounts') }}
where role = 'growth' and level_id is not null and base_year is not null
group by document_id, level_id, base_year
having count(distinct direction * value) = 1
