{#
    Tables that are not read to their end: a number of it, or the table behind it, has no meaning, or the rest of it stands
    there as a table of its own.
#}
with figures as (
    select * from {{ ref('audit_figures') }} where {{ is_of_summed_statement() }}
),

{# A table that prints no total below another of its kind is the rest of that one. #}
tables as (
    select
        document_id,
        table_number,
        min(statement_kind) as statement_kind,
        max(case
            when item like '%grand_total' then 1
            when regexp_matches({{ comparable_name('row_label') }}, '{{ words('total_row') }}') then 1
            else 0
        end) as has_total
    from figures
    group by document_id, table_number
),

unread as (
    select document_id, table_number from {{ ref('fct_ledger') }} where disposition = 'unmapped'
)

select document_id, table_number
from unread
union
select unread.document_id, unread.table_number - 1 as table_number
from unread
left join {{ ref('fct_statement_lines') }} as lines
    on {{ same_table('unread', 'lines') }}
where lines.document_id is null
union
select tables.document_id, tables.table_number
from tables
inner join tables as rests
    on
        tables.document_id = rests.document_id
        and tables.table_number = rests.table_number - 1
        and tables.statement_kind = rests.statement_kind
where tables.has_total = 1 and rests.has_total = 0
