{# Changes that tables print, as operands. #}
{{ operand(
    ref('audit_printed_changes'), 'statement',
    operand_id='ledger_id',
    phase="coalesce(phase, '')",
    subject="concat_ws(' · ', nullif(row_label, ''), column_label)",
    stable_subject="concat_ws(
        '|', 'change', statement_kind, organisation, cast(fiscal_year as string), phase, coalesce(code, item),
        name_as_printed, column_label
    )",
    text='name_as_printed',
    value='amount_cny',
    half_unit='half_unit_cny',
    value_unit="'" ~ words('yuan') ~ "'",
    reading_status='reading_status'
) }}
