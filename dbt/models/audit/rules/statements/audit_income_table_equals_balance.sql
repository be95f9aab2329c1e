{#
    Identity 4: the income table agrees with the summary, line by line where both print it: its columns, or its rows
    where it lists its sources in rows. 其他资金 of a summary holds more than the 其他收入 of an income table.
#}
with summary as (
    select * from {{ ref('audit_figures') }} as figures
    where {{ first_printing('figures', ['final_balance', 'budget_balance']) }} and fund = 'all' and measure = 'amount'
),

income as (
    select * from {{ ref('audit_income_figures') }}
)

select {{ addend('income_table_equals_balance') }}
from summary as anchors
inner join income as parts on {{ same_whole() }}
where
    (
        parts.item = 'total'
        and (anchors.year_item, parts.measure) in (
            ('income_total', 'total'),
            ('revenue_higher_level', 'higher_level'),
            ('revenue_business', 'business'),
            ('revenue_operating', 'operating_income'),
            ('revenue_subordinate', 'subordinate'),
            ('revenue_other', 'other')
        )
        and (anchors.year_item <> 'revenue_other' or anchors.name_as_printed like '%{{ words('income') }}%')
    )
    or (
        anchors.side = 'income' and anchors.item = parts.item and parts.measure = 'amount' and parts.times = 1
        and (parts.item like 'revenue_%' or parts.item = 'income_grand_total')
    )

union all

select {{ addend('income_table_equals_balance') }}
from income as anchors
inner join summary as parts on {{ same_subject() }}
where
    anchors.item = 'total'
    and anchors.measure = 'appropriation'
    and parts.item in ('revenue_general_public_budget', 'revenue_government_fund', 'revenue_state_capital')
