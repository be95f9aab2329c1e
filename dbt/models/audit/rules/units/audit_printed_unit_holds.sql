{# Identity 14: a form's amount is in the unit printed beside it; one finding for all forms of a template. #}
select {{ enters('printed_unit_holds', 'operand_id', "operand_id || ':meant'") }}
from {{ ref('audit_misprinted_units') }}
where source = 'statement'
