{#
    Identity 14: a form's amount is in the unit printed beside it. Where the amounts that the forms' own texts state say
    otherwise, the printed unit is wrong; one finding for all forms of a template.
#}
select
    'printed_unit_holds' as rule_id,
    operand_id as anchor_id,
    ledger_id as part_id,
    1 as sign,
    'addend' as role
from {{ ref('audit_printed_units') }}
