{#
    Identity 9: the change that a table prints is the later of the two figures beside it less the earlier. Only in a table
    that shows it is such a change: of those that are none of nothing more hold than fail, two at least.
#}
with changes as (
    select
        *,
        case when abs(now_cny - before_cny - amount_cny) <= 3 * half_unit_cny then 1 else 0 end as holds
    from {{ ref('audit_printed_changes') }}
),

tables as (
    select document_id, table_number
    from changes
    where amount_cny <> 0
    group by document_id, table_number
    having sum(holds) > 1 and sum(holds) > count(*) - sum(holds)
)

{% for part, sign in [('now_id', 1), ('before_id', -1)] %}
select {{ enters('printed_change_follows', 'changes.ledger_id', 'changes.' ~ part, sign=sign) }}
from changes
inner join tables on {{ same_table('changes', 'tables') }}
{{ 'union all' if not loop.last }}
{% endfor %}
