{# Identity 2: what is printed below a row sums to it, in every column, wherever at least one child is printed. #}
select
    'children_sum_to_parent' as rule_id,
    parent_ledger_id as anchor_id,
    ledger_id as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_nodes') }}
where parent_ledger_id is not null
