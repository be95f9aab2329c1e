{#
    Identity 4: the expenditure table agrees with the summary, line by line where both print it. The total of a budget's
    expenditure table is checked by identity 8.
#}
with summary as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['final_balance', 'budget_balance']) }} and fund = 'all' and side = 'expenditure'
),

expenditure as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['final_expenditure', 'budget_expenditure']) }} and fund = 'all'
)

select {{ addend('expenditure_table_equals_balance') }}
from summary as anchors
inner join expenditure as parts on {{ same_whole() }}
where
    (
        anchors.statement_kind = 'final_balance' and anchors.year_item = 'expenditure_total'
        and parts.item = 'total' and parts.measure = 'total'
    )
    or (
        anchors.item in ('basic', 'project', 'reserve') and anchors.measure = 'amount'
        and parts.item = 'total' and anchors.item = parts.measure
    )
    or (
        anchors.code = parts.code
        and (anchors.measure, parts.measure) in (('amount', 'total'), ('project', 'project'))
    )
