{# Execution rates that tables print, as operands in percent. #}
with rates as (
    select *
    from {{ ref('fct_statement_lines') }}
    where
        measure = 'execution_rate'
        and unit_applied = '%'
        and disclosure = 'figure'
        and ledger_id is not null
)

{{ operand(
    'rates', 'statement',
    operand_id='ledger_id',
    phase="coalesce(phase, '')",
    subject="concat_ws(' · ', project_name, nullif(nullif(row_label, ''), project_name), column_label)",
    stable_subject="concat_ws(
        '|', 'rate', statement_kind, organisation, cast(fiscal_year as string), project_name, item, measure
    )",
    text='value_as_printed',
    value="cast(regexp_extract(replace(value_as_printed, ',', ''), '[0-9]+([.][0-9]+)?', 0) as decimal(20, 6))",
    half_unit=as_decimal(half_unit('decimals'), 20, 6),
    value_unit="'%'"
) }}
