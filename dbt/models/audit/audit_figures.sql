{#
    The figures that identities are checked on, each with half a printed unit of its column: the column's usual number
    of decimals, zeros aside, the coarser where two are as usual. `printing` tells a statement printed twice apart.
    A grand total is the total of the year too (`year_item`) where its side prints no other and all that it sums is
    known to be of the year. `is_whole_row` is true where no number of the row is without a meaning: only then must its
    parts sum to its total. `makes_department` is true for the rows that sum to the department: those of its units
    where a table prints any, otherwise its own.
#}
with lines as (
    select
        lines.*,
        organisations.kind as organisation_kind,
        statements.title,
        statements.family,
        statements.expenditure_basis,
        statements.fund as statement_fund,
        max(case when lines.measure = 'total' then 1 else 0 end)
            over (partition by lines.document_id, lines.table_number) as has_total_column
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    left join {{ ref('dim_organisations') }} as organisations on lines.organisation_id = organisations.organisation_id
    where
        lines.disclosure = 'figure'
        and lines.amount_cny is not null
        and lines.ledger_id is not null
        and (lines.horizon = 'year' or lines.measure = 'midterm')
        and lines.row_role <> 'difference'
),

decimals_used as (
    select
        document_id,
        table_number,
        column_number,
        coalesce(decimals, 0) as decimals,
        row_number() over (
            partition by document_id, table_number, column_number
            order by count(*) desc, coalesce(decimals, 0)
        ) as choice
    from lines
    where amount_cny <> 0
    group by document_id, table_number, column_number, coalesce(decimals, 0)
),

unmapped as (
    select distinct document_id, table_number, row_number
    from {{ ref('fct_ledger') }}
    where disposition = 'unmapped'
),

figures as (
    select
        lines.document_id,
        lines.table_number,
        lines.row_number,
        lines.column_number,
        lines.page,
        lines.line,
        lines.ledger_id,
        lines.statement_kind,
        lines.title,
        lines.family,
        lines.expenditure_basis,
        coalesce(lines.organisation, '') as organisation,
        coalesce(lines.department, lines.organisation, '') as department,
        lines.organisation_kind,
        coalesce(lines.fiscal_year, 0) as fiscal_year,
        coalesce(lines.phase, '') as phase,
        coalesce(lines.fund, lines.statement_fund, '') as fund,
        coalesce(lines.side, '') as side,
        lines.classification,
        lines.code,
        lines.name_as_printed,
        lines.item,
        lines.level,
        lines.parent_row_number,
        lines.row_role,
        lines.project_name,
        case
            when lines.family = 'expenditure' and lines.measure = 'amount' and lines.has_total_column = 0 then 'total'
            else lines.measure
        end as measure,
        lines.row_label,
        lines.column_label,
        lines.amount_cny,
        cast(
            {{ unit_factor('lines.unit_applied') }} * power(10, -coalesce(usual.decimals, 0)) / 2 as decimal(20, 6)
        ) as half_unit_cny,
        unmapped.document_id is null as is_whole_row
    from lines
    left join decimals_used as usual
        on
            lines.document_id = usual.document_id
            and lines.table_number = usual.table_number
            and lines.column_number = usual.column_number
            and usual.choice = 1
    left join unmapped
        on
            lines.document_id = unmapped.document_id
            and lines.table_number = unmapped.table_number
            and lines.row_number = unmapped.row_number
),

placed as (
    select
        *,
        dense_rank() over (
            partition by document_id, statement_kind, organisation, fiscal_year, phase
            order by table_number
        ) as printing,
        max(case
            when item in ('income_total', 'expenditure_total') then 1
            when amount_cny = 0 then 0
            when item in ('opening_balance', 'closing_balance', 'use_of_surplus', 'distribution') then 1
            when item is null and (side = 'income' or level is null) then 1
            when item is null and (name_as_printed like '%结转%' or name_as_printed like '%结余%') then 1
            else 0
        end) over (partition by document_id, table_number, organisation, fiscal_year, phase, side) as has_more_totals,
        max(case when organisation_kind = 'department' then 0 else 1 end) over (
            partition by document_id, table_number, department, fiscal_year, phase, code, item, measure
        ) as has_units
    from figures
)

select
    *,
    case
        when has_more_totals = 0 and item = 'income_grand_total' then 'income_total'
        when has_more_totals = 0 and item = 'expenditure_grand_total' then 'expenditure_total'
        else item
    end as year_item,
    coalesce(organisation_kind, '') <> 'department' or has_units = 0 as makes_department
from placed
