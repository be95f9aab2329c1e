{#
    One row per document, organisation, year, phase and way in which all its expenditure is told: `balance`
    (本年支出合计), `grand_total` (支出总计), `closing` (what is carried on), `statement` and its parts (of the statements
    by code), and what the text states of these. Each is printed in several places: the first that is no doubtful
    reading.
#}
with lines as (
    select lines.*, statements.family, statements.expenditure_basis
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where
        coalesce(lines.fund, statements.fund) = 'all'
        and (statements.family = 'balance' or statements.expenditure_basis = 'all_funds')
        and not lines.is_comparative
        and lines.horizon = 'year'
        and lines.amount_cny is not null
        and lines.organisation is not null
),

stated as (
    select
        document_id, organisation, organisation_id, department, department_id, fiscal_year, phase, table_number,
        row_number, page, line, statement_kind, ledger_id, reading_status, amount_cny, decimals,
        {{ unit_factor('unit_applied', 'true') }} as unit_factor,
        case
            when item in ('closing_balance', 'distribution') then 'closing'
            when item = 'expenditure_total' then 'balance'
            else 'grand_total'
        end as says
    from lines
    where
        family = 'balance' and measure = 'amount' and coalesce(side, 'expenditure') = 'expenditure'
        and item in ('expenditure_total', 'expenditure_grand_total', 'closing_balance', 'distribution')
    union all
    select
        document_id, organisation, organisation_id, department, department_id, fiscal_year, phase, table_number,
        row_number, page, line, statement_kind, ledger_id, reading_status, amount_cny, decimals,
        {{ unit_factor('unit_applied', 'true') }} as unit_factor,
        case when measure = 'total' then 'statement' else measure end as says
    from lines
    where
        expenditure_basis = 'all_funds' and item = 'total' and code is null
        and measure in ('total', 'basic', 'project', 'reserve')
    union all
    select
        document_id, organisation, organisation_id, department, department_id, fiscal_year, phase, table_number,
        row_number, page, line, cast(null as string) as statement_kind, ledger_id, 'untested' as reading_status, amount_cny, decimals,
        {{ unit_factor('unit_as_printed', 'true') }} as unit_factor,
        case
            when topic = 'closing_balance' then 'closing_stated'
            when topic = 'expenditure_total' then 'stated'
            when topic = 'project_total' then 'project_stated'
            else 'basic_stated'
        end as says
    from {{ ref('int_prose_amounts_owned') }}
    where
        role = 'level' and organisation is not null and amount_cny is not null
        and topic in ('expenditure_total', 'closing_balance', 'basic', 'project_total')
)

select *
from stated
qualify
    row_number() over (
        partition by document_id, organisation, fiscal_year, phase, says
        order by
            case when reading_status = 'doubtful' then 1 else 0 end, table_number nulls last, row_number nulls last,
            page nulls last,
            line nulls last, ledger_id nulls last
    ) = 1
