{#
    What each document prints of balances carried from or to another year, by row or column, and the sum that a table
    prints of each: two totals that differ by one of them stand on two bases, and neither is wrong.
#}
with carried as (
    select *
    from {{ ref('audit_figures') }}
    where
        amount_cny <> 0 and (
            item in ('opening_balance', 'closing_balance', 'use_of_surplus', 'distribution')
            or measure in ('opening', 'closing')
            or regexp_matches(coalesce(name_as_printed, ''), '{{ words('carried_over') }}')
            or regexp_matches(coalesce(column_label, ''), '{{ words('carried_over') }}')
        )
),

amounts as (
    select document_id, abs(amount_cny) as amount_cny
    from carried
    union
    select document_id, abs(sum(amount_cny)) as amount_cny
    from carried
    group by document_id, table_number, column_number, item, side
)

select document_id, amount_cny
from amounts
