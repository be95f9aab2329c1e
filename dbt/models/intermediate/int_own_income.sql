{#
    One row per document, organisation, year and phase whose summary prints income that is no appropriation: the money
    of the special account (财政专户) and of the unit (单位资金), this as a whole or else as its parts.
#}
with lines as (
    select lines.document_id, lines.organisation, lines.fiscal_year, lines.phase, lines.item, lines.table_number,
        max(lines.amount_cny) as amount_cny
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where
        statements.family = 'balance'
        and coalesce(lines.fund, statements.fund) = 'all'
        and lines.side = 'income'
        and lines.measure = 'amount'
        and lines.horizon = 'year'
        and not lines.is_comparative
        and lines.item in (
            'revenue_fiscal_special_account', 'revenue_unit_funds', 'revenue_business', 'revenue_operating',
            'revenue_higher_level', 'revenue_subordinate', 'revenue_other'
        )
    group by 1, 2, 3, 4, 5, 6
    qualify
        lines.table_number = min(lines.table_number) over (
            partition by lines.document_id, lines.organisation, lines.fiscal_year, lines.phase
        )
)

select
    document_id,
    organisation,
    fiscal_year,
    phase,
    coalesce(sum(case when item = 'revenue_fiscal_special_account' then amount_cny end), 0)
    + greatest(
        coalesce(sum(case when item = 'revenue_unit_funds' then amount_cny end), 0),
        coalesce(
            sum(case when item not in ('revenue_fiscal_special_account', 'revenue_unit_funds') then amount_cny end), 0
        )
    ) as own_cny
from lines
group by document_id, organisation, fiscal_year, phase
