{# Cost targets as operands, in yuan. #}
select
    operand_id,
    ledger_id,
    'indicator' as source,
    document_id,
    table_number,
    row_number,
    cast(null as integer) as column_number,
    page,
    line,
    statement_kind,
    organisation,
    fiscal_year,
    '' as phase,
    concat_ws(' / ', project_name, aspect, indicator_name) as subject,
    concat_ws(
        '|', 'cost', organisation, cast(fiscal_year as varchar), project_name, aspect, indicator_name
    ) as stable_subject,
    target_value as text,
    amount_cny as value,
    half_unit_cny as half_unit,
    '元' as value_unit
from {{ ref('audit_cost_targets') }}
