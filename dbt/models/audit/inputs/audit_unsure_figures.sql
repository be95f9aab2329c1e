{#
    Figures of tables that no sum may lean on, and why: nobody can say that we know what they are. Two columns of a row
    have one label and one meaning, which in a summary makes the whole of it doubtful: blocks were taken for one another;
    so have two rows of a summary; a code has no level, a row no name; or it is the whole table that is not read to its
    end (audit_unread_tables) or in doubt (audit_tables_in_doubt).
#}
{% set row = columns_of_block() ~ ', row_number, code, row_label' %}
with counted as (
    select
        *,
        count(*) over (partition by {{ row }}) as columns_alike,
        count(item) over (partition by {{ columns_of_block() }}, item) as rows_alike,
        max(abs(amount_cny)) over (partition by {{ row }}) as largest_cny
    from {{ ref('audit_figures') }}
    where {{ is_of_summed_statement() }}
),

figures as (
    select
        *,
        max(case when columns_alike > 1 and largest_cny > 0 then 1 else 0 end)
            over (partition by document_id, table_number) as is_mixed_up
    from counted
)

select ledger_id, 'two columns of one meaning' as reason
from figures
where (columns_alike > 1 and largest_cny > 0) or (family = 'balance' and is_mixed_up = 1)

union all

select ledger_id, 'two rows of one meaning' as reason
from figures
where rows_alike > 1 and code is null and family = 'balance'

union all

select ledger_id, 'a column of balances' as reason
from figures
where family = 'balance' and measure = 'amount' and regexp_matches(column_label, '{{ words('carried_over') }}')

union all

select ledger_id, 'a row of no name or level' as reason
from figures
where
    (code is not null and length(code) not in (3, 5, 7))
    or regexp_matches(coalesce(row_label, ''), '{{ words('no_name') }}')

union all

select figures.ledger_id, 'the table is not read to its end' as reason
from figures
inner join {{ ref('audit_unread_tables') }} as unread_tables
    on {{ same_table('figures', 'unread_tables') }}

union all

select figures.ledger_id, tables_in_doubt.reason
from figures
inner join {{ ref('audit_tables_in_doubt') }} as tables_in_doubt
    on {{ same_table('figures', 'tables_in_doubt') }}
