{# Heads, posts and vehicles stated in the text, as operands. #}
select
    {{ head_operand_id('heads') }} as operand_id,
    cast(null as varchar) as ledger_id,
    'headcount' as source,
    document_id,
    table_number,
    row_number,
    cast(null as integer) as column_number,
    page,
    line,
    cast(null as varchar) as statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    '' as phase,
    label_as_printed as subject,
    concat_ws('|', 'headcount', organisation, cast(fiscal_year as varchar), kind) as stable_subject,
    label_as_printed as text,
    count as value,
    0 as half_unit,
    case when kind like '%vehicles' then '辆' else '人' end as value_unit
from {{ ref('fct_headcounts') }} as heads
