{# The figures of income tables; `times` tells how often a table prints an item: listed once, it is the whole of it. #}
select
    *,
    count(*) over (
        partition by document_id, table_number, organisation, fiscal_year, phase, measure, item
    ) as times
from {{ ref('audit_figures') }} as figures
where {{ first_printing('figures', ['final_income', 'budget_income']) }} and fund = 'all'
