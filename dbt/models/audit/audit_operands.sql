{#
    Whatever a rule compares, in one shape: figures of statements, amounts and rates stated in the text, heads and
    vehicles, weights and scores, targets of indicators. `half_unit` is half of what the last printed digit is worth.
#}
with statement_figures as (
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
        concat_ws(' · ', title, nullif(row_label, ''), column_label) as subject,
        concat_ws(
            '|', statement_kind, organisation, cast(fiscal_year as varchar), phase, fund, side, coalesce(code, item),
            name_as_printed, measure
        ) as stable_subject,
        coalesce(name_as_printed, project_name) as text,
        amount_cny as value,
        half_unit_cny as half_unit,
        '元' as value_unit
    from {{ ref('audit_figures') }}
),

heads as (
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
),

scores as (
    {% for level in [1, 2, 3] %}
    select
        level_{{ level }}_ledger_id as operand_id,
        level_{{ level }} as text,
        level_{{ level }}_weight as value,
        'weight' as measure,
        *
    from {{ ref('fct_scores') }}
    where level_{{ level }}_ledger_id is not null
    union all
    {% endfor %}
    select score_ledger_id as operand_id, path as text, score as value, 'score' as measure, *
    from {{ ref('fct_scores') }}
    where score_ledger_id is not null
),

indicators as (
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

select * from statement_figures

union all

select * from {{ ref('audit_statements') }}

union all

select * from {{ ref('audit_printed_units') }}

union all

select * from {{ ref('audit_wording') }}

union all

select * from heads

union all

{% for texts in [
    'bounds', 'mentions', 'calculations', 'estimates', 'project_counts', 'cost_operands', 'execution_rates'
] %}
select * from {{ ref('audit_' ~ texts) }}

union all
{% endfor %}

select
    operand_id,
    operand_id as ledger_id,
    'score' as source,
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
    text as subject,
    concat_ws('|', 'score', organisation, cast(fiscal_year as varchar), path, measure, text) as stable_subject,
    text,
    value,
    0 as half_unit,
    '分' as value_unit
from scores

union all

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
