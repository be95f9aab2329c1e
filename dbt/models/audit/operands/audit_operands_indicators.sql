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

{{ operand(
    'indicators', 'indicator',
    lacks=['column_number'],
    ledger_id='figure_id',
    subject="concat_ws(' / ', project_name, dimension, aspect, indicator_name)",
    stable_subject="concat_ws(
        '|', 'indicator', organisation, cast(fiscal_year as string), project_name, dimension, aspect,
        indicator_name, measure
    )",
    value='number',
    value_unit='counter'
) }}
