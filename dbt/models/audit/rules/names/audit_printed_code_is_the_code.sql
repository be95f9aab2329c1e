{# Identity 2: a function code is printed as its place among the codes around it demands. #}
select
    'printed_code_is_the_code' as rule_id,
    operand_id as anchor_id,
    operand_id || ':meant' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_operands_printed_codes') }}
where operand_id like '%:code'
