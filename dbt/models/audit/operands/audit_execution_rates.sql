{# Execution rates that tables print, as operands in percent. #}
select
    lines.ledger_id as operand_id,
    lines.ledger_id,
    'statement' as source,
    lines.document_id,
    lines.table_number,
    lines.row_number,
    lines.column_number,
    lines.page,
    lines.line,
    lines.statement_kind,
    coalesce(lines.organisation, '') as organisation,
    coalesce(lines.fiscal_year, 0) as fiscal_year,
    coalesce(lines.phase, '') as phase,
    concat_ws(' · ', lines.project_name, nullif(lines.row_label, ''), lines.column_label) as subject,
    concat_ws(
        '|', 'rate', lines.statement_kind, lines.organisation, cast(lines.fiscal_year as varchar), lines.project_name,
        lines.item, lines.measure
    ) as stable_subject,
    lines.value_as_printed as text,
    cast(regexp_extract(replace(lines.value_as_printed, ',', ''), '[0-9]+([.][0-9]+)?', 0) as decimal(20, 6)) as value,
    cast(power(10, -coalesce(lines.decimals, 0)) / 2 as decimal(20, 6)) as half_unit,
    '%' as value_unit
from {{ ref('fct_statement_lines') }} as lines
where
    lines.measure = 'execution_rate'
    and lines.unit_applied = '%'
    and lines.disclosure = 'figure'
    and lines.ledger_id is not null
