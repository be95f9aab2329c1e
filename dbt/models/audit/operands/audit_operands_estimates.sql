{# Amounts in the calculation basis of project forms, as operands. #}
{{ operand(
    ref('fct_estimates'), 'estimate',
    lacks=['statement_kind'],
    operand_id="estimate_amount_id || ':estimate'",
    subject="concat_ws(
        ' · ', project_name, '" ~ words('calculation_basis') ~ " ' || value_as_printed || unit_as_printed
    )",
    stable_subject="concat_ws(
        '|', 'estimate', organisation, cast(fiscal_year as string), project_name, cast(item_number as string),
        value_as_printed
    )",
    text='value_as_printed || unit_as_printed',
    value='amount_cny',
    value_unit="'" ~ words('yuan') ~ "'"
) }}
