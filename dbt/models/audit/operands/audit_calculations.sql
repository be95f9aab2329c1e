{#
    Calculations of texts as operands, two of each: the result as printed, and what the expression comes to, which bears
    the expression as its text.
#}
with calculations as (
    select * from {{ ref('fct_calculations') }}
)

{% for side in ['result', 'value'] %}
select
    calculation_id || ':{{ side }}' as operand_id,
    {{ 'ledger_id' if side == 'result' else 'cast(null as varchar)' }} as ledger_id,
    'calculation' as source,
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
    concat_ws(' · ', project_name, expression || '=' || result_as_printed) as subject,
    concat_ws('|', 'calculation', organisation, cast(fiscal_year as varchar), project_name, expression) as stable_subject,
    {{ 'result_as_printed' if side == 'result' else 'expression' }} as text,
    {{ side }} as value,
    {{ 'result_half_unit' if side == 'result' else 'value_rounding' }} as half_unit,
    unit as value_unit
from calculations
{{ 'union all' if not loop.last }}
{% endfor %}
