{#
    The decimals that a column prints as a rule, zeros aside; the coarser where two are as usual. They tell how its
    figures are rounded: a cell may be finer by chance. A column of zeros alone is rounded as its table is, as a rule. Where
    figures show that they are rounded before the digits that they print, it is the decimal that they are rounded to.
#}
with printed as (
    select
        document_id,
        table_number,
        column_number,
        amount_cny <> 0 as is_telling,
        coalesce(decimals, 0) as decimals
    from {{ ref('fct_statement_lines') }} as lines
    where {{ is_checkable('lines') }}
),

of_columns as (
    select
        document_id,
        table_number,
        column_number,
        decimals,
        row_number() over (
            partition by document_id, table_number, column_number
            order by count(*) desc, coalesce(decimals, 0)
        ) as choice
    from printed
    where is_telling
    group by document_id, table_number, column_number, decimals
),

of_tables as (
    select
        document_id,
        table_number,
        decimals,
        row_number() over (partition by document_id, table_number order by count(*) desc, coalesce(decimals, 0)) as choice
    from printed
    where is_telling
    group by document_id, table_number, decimals
),

columns as (
    select distinct document_id, table_number, column_number
    from printed
)

select
    columns.document_id,
    columns.table_number,
    columns.column_number,
    least(
        coalesce(of_columns.decimals, of_tables.decimals),
        coalesce(grains.decimals, of_columns.decimals, of_tables.decimals)
    ) as decimals
from columns
inner join of_tables
    on
        columns.document_id = of_tables.document_id
        and columns.table_number = of_tables.table_number
        and of_tables.choice = 1
left join of_columns
    on
        columns.document_id = of_columns.document_id
        and columns.table_number = of_columns.table_number
        and columns.column_number = of_columns.column_number
        and of_columns.choice = 1
left join {{ ref('audit_grains') }} as grains
    on
        columns.document_id = grains.document_id
        and columns.table_number = grains.table_number
        and columns.column_number = grains.column_number
