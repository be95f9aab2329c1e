{#
    The expenditure side of the appropriation summaries, fund by fund. `is_repeated`: a fund has a column of which
    beside its own, so that the columns of the table do not sum.
#}
with figures as (
    select
        *,
        count(*) over (
            partition by document_id, table_number, row_number, organisation, fiscal_year, phase, fund
        ) as times
    from {{ ref('audit_figures') }} as figures
    where
        {{ first_printing('figures', ['final_appropriation', 'budget_appropriation']) }}
        and side = 'expenditure' and measure = 'amount'
)

select *, max(times) over (partition by document_id, table_number) > 1 as is_repeated
from figures
