{# Identity 2: what is printed below a row sums to it, in every column, wherever at least one child is printed. #}
select {{ enters('children_sum_to_parent', 'parent_ledger_id', 'ledger_id') }}
from {{ ref('audit_nodes') }}
where parent_ledger_id is not null
