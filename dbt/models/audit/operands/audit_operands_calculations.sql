{#
    Calculations of texts as operands, two of each: the result as printed, and what the expression comes to, which bears
    the expression as its text.
#}
{% for side, lacks in [('result', ['statement_kind']), ('value', ['statement_kind', 'ledger_id'])] %}
{{ operand(
    ref('fct_calculations'), 'calculation',
    lacks=lacks,
    operand_id="calculation_id || ':" ~ side ~ "'",
    subject="concat_ws(' · ', project_name, expression || '=' || result_as_printed)",
    stable_subject="concat_ws(
        '|', 'calculation', organisation, cast(fiscal_year as string), project_name, expression
    )",
    text='result_as_printed' if side == 'result' else 'expression',
    value=side,
    half_unit='result_half_unit' if side == 'result' else 'value_rounding',
    value_unit='unit'
) }}
{{ 'union all' if not loop.last }}
{% endfor %}
