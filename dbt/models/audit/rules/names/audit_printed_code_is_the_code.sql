{# Identity 2: a function code is printed as its place among the codes around it demands. #}
select {{ enters('printed_code_is_the_code', 'operand_id', "operand_id || ':meant'") }}
from {{ ref('audit_operands_printed_codes') }}
where operand_id like '%:code'
