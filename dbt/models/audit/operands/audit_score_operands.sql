{# Weights and scores as operands. #}
with scores as (
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
)

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
