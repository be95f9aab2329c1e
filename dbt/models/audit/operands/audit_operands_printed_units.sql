{# Units of amount misprinted beside a figure, as operands: the unit printed and the unit meant. #}
{% for side, key in [('unit_printed', ''), ('unit_meant', ':meant')] %}
{{ operand(
    ref('audit_misprinted_units'),
    lacks=['value', 'half_unit', 'value_unit'],
    operand_id="operand_id || '" ~ key ~ "'",
    phase="coalesce(phase, '')",
    text="value_as_printed || ' ' || " ~ side
) }}
{{ 'union all' if not loop.last }}
{% endfor %}
