{# Figures of statements as operands. #}
select
    ledger_id as operand_id,
    ledger_id,
    'statement' as source,
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    line,
    statement_kind,
    organisation,
    fiscal_year,
    phase,
    concat_ws(' · ', title, project_name, nullif(row_label, ''), column_label) as subject,
    concat_ws(
        '|', statement_kind, organisation, cast(fiscal_year as varchar), phase, fund, side, coalesce(code, item),
        name_as_printed, project_name, measure
    ) as stable_subject,
    coalesce(name_as_printed, project_name) as text,
    amount_cny as value,
    half_unit_cny as half_unit,
    '元' as value_unit
from {{ ref('audit_figures') }}
