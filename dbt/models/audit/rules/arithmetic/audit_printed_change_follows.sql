{#
    Identity 9: the change that a table prints is the later of the two figures beside it less the earlier. Only in a table
    that shows it is such a change: of those that are none of nothing more hold than fail, two at least. A change that the
    table summed from the changes of its rows is off by what they are rounded: as many as it has rows explain it. A column
    that prints nothing below zero tells how much, and not which way.
#}
with directed as (
    select *, {{ direction_of('amount_cny') }} as direction
    from {{ ref('audit_printed_changes') }}
),

changes as (
    select *, abs(direction * (now_cny - before_cny) - amount_cny) as off_cny
    from directed
),

tables as (
    select document_id, table_number, count(distinct row_number) as table_rows
    from changes
    group by document_id, table_number
    having
        count(case when amount_cny <> 0 and off_cny <= 3 * half_unit_cny then 1 end) > 1
        and count(case when amount_cny <> 0 and off_cny <= 3 * half_unit_cny then 1 end)
        > count(case when amount_cny <> 0 and off_cny > 3 * half_unit_cny then 1 end)
),

told as (
    select changes.*
    from changes
    inner join tables on {{ same_table('changes', 'tables') }}
    where
        changes.off_cny <= 3 * changes.half_unit_cny
        or changes.off_cny > changes.half_unit_cny * (tables.table_rows + 2)
)

{% for part, sign in [('now_id', 'direction'), ('before_id', '-direction')] %}
select {{ enters('printed_change_follows', 'ledger_id', part, sign=sign) }}
from told
{{ 'union all' if not loop.last }}
{% endfor %}
