{# Identity 19: a target of at least so many asks for more than none (≥0次). #}
select {{ enters('target_asks_for_something', 'target_operand_id', "target_operand_id || ':least'") }}
from {{ ref('audit_indicator_names') }}
where {{ asks_for_nothing() }}
