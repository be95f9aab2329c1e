{#
    The figures that identities are checked on, each with half a printed unit of its column: the column's usual number
    of decimals, zeros aside, the coarser where two are as usual. `printing` tells a statement printed twice apart.
#}
with lines as (
    select lines.*, organisations.kind as organisation_kind
    from {{ ref('fct_statement_lines') }} as lines
    left join {{ ref('dim_organisations') }} as organisations on lines.organisation_id = organisations.organisation_id
    where
        lines.disclosure = 'figure'
        and lines.amount_cny is not null
        and lines.ledger_id is not null
        and lines.horizon = 'year'
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
)

select
    lines.document_id,
    lines.table_number,
    lines.row_number,
    lines.column_number,
    lines.page,
    lines.line,
    lines.ledger_id,
    lines.statement_kind,
    statements.title,
    statements.family,
    statements.expenditure_basis,
    coalesce(lines.organisation, '') as organisation,
    coalesce(lines.department, lines.organisation, '') as department,
    lines.organisation_kind,
    coalesce(lines.fiscal_year, 0) as fiscal_year,
    coalesce(lines.phase, '') as phase,
    coalesce(lines.fund, statements.fund, '') as fund,
    coalesce(lines.side, '') as side,
    lines.classification,
    lines.code,
    lines.name_as_printed,
    lines.item,
    lines.level,
    lines.parent_row_number,
    lines.row_role,
    lines.project_name,
    lines.measure,
    lines.row_label,
    lines.column_label,
    lines.amount_cny,
    cast(
        {{ unit_factor('lines.unit_applied') }} * power(10, -coalesce(usual.decimals, 0)) / 2 as decimal(20, 6)
    ) as half_unit_cny,
    dense_rank() over (
        partition by
            lines.document_id, lines.statement_kind, lines.organisation, lines.fiscal_year, lines.phase
        order by lines.table_number
    ) as printing
from lines
inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
left join decimals_used as usual
    on
        lines.document_id = usual.document_id
        and lines.table_number = usual.table_number
        and lines.column_number = usual.column_number
        and usual.choice = 1
