{# Identity 19: a target is a number as numbers are written: 00% lacks a digit. #}
select {{ enters('target_is_a_written_number', 'target_operand_id', "target_operand_id || ':meant'") }}
from {{ ref('audit_indicator_names') }}
where target is not null
