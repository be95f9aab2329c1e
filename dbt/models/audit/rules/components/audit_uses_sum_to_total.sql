{#
    Identity 3: in a summary that prints expenditure by use beside that by function, the uses sum to the expenditure of
    the year. Only where basic and project expenditure are printed, in a column of known uses.
#}
{% set uses = ['basic', 'project', 'reserve', 'to_higher_level', 'operating', 'to_subordinates'] %}
with figures as (
    select *
    from {{ ref('audit_figures') }}
    where family = 'balance' and side = 'expenditure' and measure = 'amount'
),

used as (
    select
        figures.*,
        coalesce(item, '') in ('{{ uses | join("', '") }}') as is_use,
        sum(case
            when item in ('{{ uses | join("', '") }}') or item like '%_total' or item like '%_balance' then 0
            else 1
        end) over (
            partition by document_id, table_number, column_number, organisation, fiscal_year, phase, fund
        ) as other_rows
    from figures
),

parts as (
    select * from used where is_use and other_rows = 0
)

select {{ addend('uses_sum_to_total') }}
from figures as anchors
inner join parts on {{ same_block() }}
where
    anchors.year_item = 'expenditure_total'
    and 2 = (
        select count(*) from parts as main
        where {{ same_block('anchors', 'main') }} and main.item in ('basic', 'project')
    )
