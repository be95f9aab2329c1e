{# Cost targets as operands, in yuan. #}
{{ operand(
    ref('audit_cost_targets'), 'indicator',
    lacks=['column_number'],
    subject="concat_ws(' / ', project_name, aspect, indicator_name)",
    stable_subject="concat_ws(
        '|', 'cost', organisation, cast(fiscal_year as string), project_name, aspect, indicator_name
    )",
    text='target_value',
    value='amount_cny',
    half_unit='half_unit_cny',
    value_unit="'" ~ words('yuan') ~ "'"
) }}
