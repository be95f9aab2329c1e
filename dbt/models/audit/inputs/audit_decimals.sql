{#
    The decimals that a column prints as a rule, zeros aside; the coarser where two are as usual. They tell how its
    figures are rounded: a cell may be finer by chance.
#}
with used as (
    select
        document_id,
        table_number,
        column_number,
        coalesce(decimals, 0) as decimals,
        row_number() over (
            partition by document_id, table_number, column_number
            order by count(*) desc, coalesce(decimals, 0)
        ) as choice
    from {{ ref('fct_statement_lines') }} as lines
    where {{ is_checkable('lines') }} and amount_cny <> 0
    group by document_id, table_number, column_number, coalesce(decimals, 0)
)

select document_id, table_number, column_number, decimals
from used
where choice = 1
