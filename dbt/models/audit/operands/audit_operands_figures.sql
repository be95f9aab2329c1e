{# Figures of statements as operands. #}
{{ operand(
    ref('audit_figures'), 'statement',
    operand_id='ledger_id',
    phase='phase',
    subject="concat_ws(' · ', title, project_name, nullif(nullif(row_label, ''), project_name), column_label)",
    stable_subject="concat_ws(
        '|', statement_kind, organisation, cast(fiscal_year as string), phase, fund, side, coalesce(code, item),
        name_as_printed, project_name, measure
    )",
    text='coalesce(name_as_printed, project_name)',
    value='amount_cny',
    half_unit='half_unit_cny',
    value_unit="'" ~ words('yuan') ~ "'",
    reading_status='reading_status'
) }}
