-- The rows that count come to one sum, whether one reads fct_expenditure or rpt_expenditure.
with facts as (
    select document_id, fiscal_year, phase, fund, sum(total_cny) as total_cny
    from {{ ref('fct_expenditure') }}
    where is_additive
    group by document_id, fiscal_year, phase, fund
),

read as (
    select document_id, fiscal_year, phase, fund, sum(total_cny) as total_cny
    from {{ ref('rpt_expenditure') }}
    where is_additive
    group by document_id, fiscal_year, phase, fund
)

select facts.document_id, facts.fiscal_year, facts.phase, facts.fund, facts.total_cny, read.total_cny as read_cny
from facts
full outer join read on {{ same_period('facts', 'read') }} and facts.fund = read.fund
where facts.total_cny is distinct from read.total_cny
