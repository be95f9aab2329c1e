{# Amounts in the calculation basis of project forms, as operands. #}
select
    estimate_amount_id || ':estimate' as operand_id,
    ledger_id,
    'estimate' as source,
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    line,
    cast(null as varchar) as statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    '' as phase,
    concat_ws(' · ', project_name, '测算依据 ' || value_as_printed || unit_as_printed) as subject,
    concat_ws(
        '|', 'estimate', organisation, cast(fiscal_year as varchar), project_name, cast(item_number as varchar),
        value_as_printed
    ) as stable_subject,
    value_as_printed || unit_as_printed as text,
    amount_cny as value,
    half_unit,
    '元' as value_unit
from {{ ref('fct_estimates') }}
