{#
    One row per document, organisation, year and phase: the money that its summary prints and that is no appropriation.
    It is income of the special account (财政专户) and of the unit (单位资金), this as a whole or else as its parts, and
    what was carried over beyond what the summary of the appropriations carried over.
#}
{% set of_the_unit = [
    'revenue_business', 'revenue_operating', 'revenue_higher_level', 'revenue_subordinate', 'revenue_other'
] %}
with lines as (
    select
        lines.document_id,
        lines.organisation,
        lines.fiscal_year,
        lines.phase,
        lines.item,
        coalesce(lines.fund, statements.fund) as fund,
        coalesce(lines.amount_cny, 0) as amount_cny,
        min(lines.table_number) over (
            partition by
                lines.document_id, lines.organisation, lines.fiscal_year, lines.phase, coalesce(lines.fund, statements.fund)
        ) = lines.table_number as is_first
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where
        statements.family = 'balance'
        and coalesce(lines.fund, statements.fund) in ('all', 'fiscal_appropriation')
        and lines.side = 'income'
        and lines.measure = 'amount'
        and lines.horizon = 'year'
        and not lines.is_comparative
),

sums as (
    select
        document_id,
        organisation,
        fiscal_year,
        phase,
        {%- for item in ['revenue_fiscal_special_account', 'revenue_unit_funds', 'opening_balance', 'use_of_surplus'] %}
        sum(case when fund = 'all' and item = '{{ item }}' then amount_cny else 0 end) as {{ item }},
        {%- endfor %}
        sum(case when fund = 'all' and item in ('{{ of_the_unit | join("', '") }}') then amount_cny else 0 end) as parts,
        sum(case when fund <> 'all' and item = 'opening_balance' then amount_cny end) as fiscal_opening
    from lines
    where is_first
    group by document_id, organisation, fiscal_year, phase
)

select
    document_id,
    organisation,
    fiscal_year,
    phase,
    revenue_fiscal_special_account
    + greatest(revenue_unit_funds, parts)
    + use_of_surplus
    + greatest(coalesce(opening_balance - fiscal_opening, 0), 0) as own_cny
from sums
