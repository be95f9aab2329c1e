{# Balances stand as rows of the summaries, and as columns of the government fund table: there only its total row. #}
with lines as (
    select {{ all_but('lines', 'fund') }}, statements.family, coalesce(lines.fund, statements.fund) as fund
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    where lines.horizon = 'year'
),

stated as (
    select
        *,
        case item
            when 'opening_balance' then 'opening'
            when 'closing_balance' then 'closing'
            else item
        end as kind
    from lines
    where
        family = 'balance'
        and measure = 'amount'
        and item in ('opening_balance', 'closing_balance', 'use_of_surplus', 'distribution')
    union all
    select *, measure as kind
    from lines
    where family = 'expenditure' and item = 'total' and measure in ('opening', 'closing')
)

select {{ contract_columns() }}
from stated
order by document_id, table_number, row_number, column_number
