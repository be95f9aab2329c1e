{#
    The figures of basic expenditure by economic code. `is_whole` marks the total row of a table that has no subtotals
    of staff and public expenditure.
#}
with figures as (
    select
        *,
        max(case when item in ('staff_total', 'public_total') then 1 else 0 end) over (
            partition by document_id, organisation, fiscal_year, phase
        ) as has_subtotals
    from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['final_general_basic', 'budget_general_basic']) }}
)

select *, item = 'total' and code is null and has_subtotals = 0 as is_whole
from figures
