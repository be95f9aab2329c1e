{# The summary states income line by line; the income table's columns stand in where a document has no summary. #}
with lines as (
    select lines.*, statements.family, lines.row_role = 'leaf' or statements.family = 'income' as is_leaf
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    where statements.family in ('balance', 'income') and lines.horizon = 'year'
),

stated as (
    select *, item as source
    from lines
    where family = 'balance' and side = 'income' and measure = 'amount' and item like 'revenue_%'
    union all
    select
        *,
        case measure
            when 'appropriation' then 'revenue_fiscal_appropriation'
            when 'operating_income' then 'revenue_operating'
            else 'revenue_' || measure
        end as source
    from lines
    where
        statement_kind = 'final_income'
        and item = 'total'
        and measure in ('appropriation', 'higher_level', 'business', 'operating_income', 'subordinate', 'other')
),

ranked as (
    select
        *,
        dense_rank() over (
            partition by document_id, organisation, fiscal_year, phase
            order by
                case when fund = 'all' and family = 'balance' then 1 when family = 'balance' then 2 else 3 end,
                table_number nulls last
        ) as choice
    from stated
)

select {{ contract_columns() }}
from ranked
where choice = 1
order by document_id, table_number, row_number, column_number
