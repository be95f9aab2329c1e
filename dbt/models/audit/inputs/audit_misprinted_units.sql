{# Units misprinted beside an amount, of a form or of the text, and the unit that is meant. #}
select * from {{ ref('audit_misprinted_units_of_forms') }}
union all
select * from {{ ref('audit_misprinted_units_of_text') }}
