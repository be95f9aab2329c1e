{# Identity 14: a form's amount is in the unit printed beside it; one finding for all forms of a template. #}
select
    'printed_unit_holds' as rule_id,
    operand_id as anchor_id,
    operand_id || ':meant' as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_misprinted_units') }}
where source = 'statement'
