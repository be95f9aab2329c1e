-- Money printed by fund and money printed for all funds never count both for one organisation, year and phase.
select document_id, organisation_id, fiscal_year, phase
from {{ ref('fct_expenditure') }}
where is_additive and derivation = 'printed'
group by document_id, organisation_id, fiscal_year, phase
having
    max(case when fund = 'all' then 1 else 0 end) = 1
    and max(case when fund <> 'all' then 1 else 0 end) = 1
