{# Rates that tables print beside the two figures they are of, as operands in percent. #}
{{ operand(
    ref('audit_printed_rates'), 'statement',
    operand_id='ledger_id',
    phase="coalesce(phase, '')",
    subject="concat_ws(' · ', nullif(row_label, ''), column_label)",
    stable_subject="concat_ws(
        '|', 'rate', statement_kind, organisation, cast(fiscal_year as string), phase, coalesce(code, item),
        name_as_printed, column_label
    )",
    text='value_as_printed',
    value='rate',
    value_unit="'%'",
    reading_status='reading_status'
) }}
