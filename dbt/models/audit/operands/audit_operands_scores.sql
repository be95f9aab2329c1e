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

{{ operand(
    'scores', 'score',
    lacks=['column_number'],
    ledger_id='operand_id',
    subject='text',
    stable_subject="concat_ws('|', 'score', organisation, cast(fiscal_year as string), path, measure, text)",
    half_unit='0',
    value_unit="'" ~ words('points') ~ "'"
) }}
