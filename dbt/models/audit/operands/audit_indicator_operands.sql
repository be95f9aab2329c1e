{# Targets and actual values of applicable indicators, as operands. #}
with indicators as (
    {% for side in ['target', 'actual'] %}
    select
        {{ side }}_operand_id as operand_id,
        {{ 'ledger_id' if side == 'target' else 'actual_ledger_id' }} as figure_id,
        '{{ side }}' as measure,
        {{ side }}_value as text,
        {{ side }} as number,
        {{ side }}_half_unit as half_unit,
        {{ side }}_counter as counter,
        *
    from {{ ref('audit_indicator_names') }}
    where {{ side }}_value is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    operand_id,
    figure_id as ledger_id,
    'indicator' as source,
    document_id,
    table_number,
    row_number,
    cast(null as integer) as column_number,
    page,
    line,
    statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    '' as phase,
    concat_ws(' / ', project_name, dimension, aspect, indicator_name) as subject,
    concat_ws(
        '|', 'indicator', organisation, cast(fiscal_year as varchar), project_name, dimension, aspect,
        indicator_name, measure
    ) as stable_subject,
    text,
    number as value,
    half_unit,
    counter as value_unit
from indicators
