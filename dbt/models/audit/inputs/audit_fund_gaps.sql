{#
    Funds of a document whose table does not tell all that is spent of them: it is not read to its end, or in doubt. What
    sums over the tables of funds says nothing then, also where none of their figures is left.
#}
with tables as (
    select distinct document_id, table_number, fund
    from {{ ref('audit_figures') }}
    where expenditure_basis = 'fund'
)

select tables.document_id, tables.fund
from tables
inner join {{ ref('audit_unread_tables') }} as unread_tables
    on {{ same_table('tables', 'unread_tables') }}
union
select tables.document_id, tables.fund
from tables
inner join {{ ref('audit_tables_in_doubt') }} as tables_in_doubt
    on {{ same_table('tables', 'tables_in_doubt') }}
