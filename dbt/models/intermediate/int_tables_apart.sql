{# One row per statement of expenditure, organisation, year, phase and fund whose rows do not come to its own total. #}
with leaves as (
    select
        document_id, table_number, organisation, fiscal_year, phase, fund,
        sum(total_cny) as amount_cny,
        sum({{ half_unit('decimals', 'unit_factor') }}) as half_unit_cny
    from {{ ref('int_expenditure_rows_pivoted') }}
    where is_leaf and expenditure_basis in ('fund', 'all_funds') and not is_comparative and total_cny is not null
    group by 1, 2, 3, 4, 5, 6
),

printed as (
    select
        lines.document_id, lines.table_number, lines.organisation, lines.fiscal_year, lines.phase,
        coalesce(lines.fund, statements.fund) as fund,
        max(lines.amount_cny) as amount_cny,
        max({{ half_unit('lines.decimals', unit_factor('lines.unit_applied', 'true')) }}) as half_unit_cny
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where
        lines.item = 'total' and lines.code is null and lines.measure in ('total', 'amount')
        and not lines.is_comparative and lines.horizon = 'year' and lines.amount_cny is not null
    group by 1, 2, 3, 4, 5, 6
)

select leaves.document_id, leaves.table_number, leaves.organisation, leaves.fiscal_year, leaves.phase
from leaves
inner join printed
    on
        {{ same_period('leaves', 'printed') }}
        and leaves.table_number = printed.table_number
        and leaves.organisation is not distinct from printed.organisation
        and leaves.fund = printed.fund
where abs(leaves.amount_cny - printed.amount_cny) > leaves.half_unit_cny + printed.half_unit_cny
group by 1, 2, 3, 4, 5
