{#
    The expenditure side of the appropriation summaries, fund by fund. `is_repeated`: a fund has a column of which
    beside its own, so that the columns of the table do not sum. `has_carried`: the row has money carried over in a
    column beside those of the funds, so that these do not sum to the whole.
#}
with figures as (
    select
        *,
        count(*) over (
            partition by document_id, table_number, row_number, organisation, fiscal_year, phase, fund,
                measure
        ) as times
    from {{ ref('audit_figures') }} as figures
    where
        {{ first_printing('figures', ['final_appropriation', 'budget_appropriation']) }}
        and side = 'expenditure' and measure in ('amount', 'opening')
),

told as (
    select
        *,
        max(case when measure = 'amount' then times end) over (partition by document_id, table_number) > 1 as is_repeated,
        max(case when measure = 'opening' and amount_cny <> 0 then 1 else 0 end) over (
            partition by document_id, table_number, row_number
        ) = 1 as has_carried
    from figures
)

select *
from told
where measure = 'amount'
