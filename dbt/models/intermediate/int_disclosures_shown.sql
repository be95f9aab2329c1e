{#
    How each document shows an item: a table with amounts before a sentence that states it, these before a table without
    amounts and the sentence that says there is none, which is the explanation of such a table. A table whose numbers
    were not understood is not empty.
#}
with unmapped as (
    select distinct
        document_id,
        table_number
    from {{ source('extracted', 'ledger') }}
    where disposition = 'unmapped' and table_number is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by document_id, item
            order by
                case shown_as when 'table' then 1 when 'stated' then 2 when 'empty_table' then 3 else 4 end,
                sequence nulls last
        ) as choice
    from {{ source('extracted', 'disclosed_items') }}
    where shown_as <> 'elsewhere'
)

select
    shown.document_id,
    shown.item,
    case
        when shown.shown_as in ('table', 'stated') or unmapped.document_id is not null then 'present'
        else 'empty'
    end as status,
    shown.statement_kind,
    shown.table_number,
    shown.page,
    shown.line,
    shown.words,
    case
        when shown.shown_as in ('empty_table', 'declared_empty') and unmapped.document_id is null then said.words
    end as explanation
from ranked as shown
left join ranked as said
    on shown.document_id = said.document_id and shown.item = said.item and said.shown_as = 'declared_empty'
left join unmapped on {{ same_table('shown', 'unmapped') }}
where shown.choice = 1
