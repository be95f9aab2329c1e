{#
    Identity 3: the total of a row is the sum of the columns that make it up. Only in tables that print each of the
    columns in `printed` and one total, in rows without money in a `refused` column that may hold the others again or
    stand outside the total, and without a number of unknown meaning: elsewhere a part may be missing.
#}
{% set row = 'document_id, organisation, fiscal_year, phase, table_number, row_number, side' %}
with columns_printed as (
    select distinct
        lines.document_id,
        lines.table_number,
        lines.column_number,
        coalesce(lines.fund, statements.fund, '') as fund,
        coalesce(lines.fiscal_year, 0) as fiscal_year,
        coalesce(lines.phase, '') as phase,
        coalesce(lines.side, '') as side,
        statements.family,
        lines.measure,
        {{ place_in_row('statements.family', 'lines.measure') }} as place
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
),

tables as (
    select document_id, table_number, fund, fiscal_year, phase, side, family
    from columns_printed
    group by document_id, table_number, fund, fiscal_year, phase, side, family
    having
        count(distinct case when place = 'total' then column_number end) <= 1
        and count(distinct case when place = 'printed' then measure end) = {{ columns_to_print('family') }}
),

placed as (
    select *, {{ place_in_row('family', 'measure') }} as place
    from {{ ref('audit_figures') }}
),

rows as (
    select
        document_id,
        organisation,
        fiscal_year,
        phase,
        table_number,
        row_number,
        side,
        fund,
        family,
        ledger_id,
        place,
        is_whole_row,
        max(case when place = 'printed' then 1 else 0 end) over (partition by {{ row }}) as has_printed,
        max(case
            when coalesce(amount_cny, 0) = 0 then 0
            when place = 'refused' then 1
            -- a fund of its own, or a part of what the unit earns: the column does not tell
            when place = 'part' and family = 'income' and fund = 'fiscal_special_account' then 1
            else 0
        end) over (partition by {{ row }}) as has_refused
    from placed
    where place is not null
)

select {{ addend('columns_sum_to_row_total') }}
from rows as anchors
inner join rows as parts on {{ same_subject() }}
    and anchors.table_number = parts.table_number
    and anchors.row_number = parts.row_number
    and anchors.side = parts.side
    and anchors.fund = parts.fund
    and parts.place in ('printed', 'part')
inner join tables
    on
        {{ same_time('anchors', 'tables') }}
        and anchors.table_number = tables.table_number
        and anchors.side = tables.side
        and anchors.fund = tables.fund
        and anchors.family = tables.family
where anchors.place = 'total' and anchors.is_whole_row and anchors.has_printed = 1 and anchors.has_refused = 0
