{# Heads, posts and vehicles stated in the text, as operands. #}
{{ operand(
    ref('fct_headcounts') ~ ' as heads', 'headcount',
    lacks=['ledger_id', 'column_number', 'statement_kind'],
    operand_id=head_operand_id('heads'),
    subject='label_as_printed',
    stable_subject="concat_ws('|', 'headcount', organisation, cast(fiscal_year as string), kind)",
    text='label_as_printed',
    value='count',
    half_unit='0',
    value_unit="case when kind like '%vehicles' then '" ~ words('vehicles') ~ "' else '" ~ words('persons') ~ "' end"
) }}
