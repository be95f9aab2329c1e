{#
    What each growth, share and rate stated in the text is made of, where its level and base are known. A growth is the
    change over the base; where only the change is stated, the base is the level without it. A share or a rate is the
    level over its base; where the text states no base, it is the table's figure that comes nearest. Money of no
    known subject (共涉及资金) is no share of a whole that another paragraph states.
#}
with prose as (
    select *, coalesce(amount_cny, value) as quantity from {{ ref('fct_prose_amounts') }}
),

rates as (
    select rates.*, rates.role as kind
    from prose as rates
    inner join prose as levels on rates.level_id = levels.prose_id
    left join prose as bases on rates.base_id = bases.prose_id
    where
        rates.role in ('growth', 'share', 'rate')
        and (rates.role <> 'share' or levels.topic is not null or bases.paragraph = levels.paragraph)
),

growths as (
    select
        rates.prose_id,
        rates.kind,
        rates.direction,
        levels.prose_id as level_id,
        bases.prose_id as base_id,
        bases.role as base_role,
        bases.direction as base_direction
    from rates
    inner join prose as levels on rates.level_id = levels.prose_id
    inner join prose as bases on rates.base_id = bases.prose_id
    where rates.role = 'growth' and levels.quantity is not null and bases.quantity is not null
),

{# The whole of a share, or the plan of a rate, that only a table prints. #}
tabled as (
    select
        rates.prose_id,
        rates.kind,
        rates.level_id,
        figures.ledger_id,
        row_number() over (
            partition by rates.prose_id
            order by
                abs(rates.value - {{ ratio('100 * levels.quantity', 'figures.amount_cny') }}) nulls last,
                figures.table_number nulls last,
                figures.row_number nulls last, figures.column_number nulls last
        ) as nearness
    from rates
    inner join prose as levels on rates.level_id = levels.prose_id
    inner join {{ ref('topics') }} as topics on rates.base_topic = topics.topic
    inner join {{ ref('audit_figures') }} as figures
        on
            {{ is_of_topic() }}
            and rates.document_id = figures.document_id
            and coalesce(rates.organisation, '') = figures.organisation
            and rates.fiscal_year = figures.fiscal_year
            and (
                (rates.role = 'share' and coalesce(levels.phase, figures.phase) = figures.phase)
                or (rates.role = 'rate' and figures.phase = coalesce(rates.base_phase, figures.phase)
                    and figures.phase <> 'executed')
            )
    where rates.base_id is null and rates.role in ('share', 'rate') and figures.amount_cny <> 0
),

growths_of_tables as (
    select *, role as kind from {{ ref('audit_bases_in_tables') }} where role = 'growth'
)

{#- The operands of each kind of rate: its rows, the operand, its sign, and how it enters. #}
{% set of_base, of_change = "growths where base_role <> 'change'", "growths where base_role = 'change'" %}
{% set of_table = 'growths_of_tables' %}
{% set of_stated = "rates where role in ('share', 'rate') and base_id is not null" %}
{% set of_tabled = 'tabled where nearness = 1' %}
{% for rows, part, sign, role in [
    (of_base, 'level_id', 'direction', 'numerator'),
    (of_base, 'base_id', '-direction', 'numerator'),
    (of_base, 'base_id', '1', 'denominator'),
    (of_change, 'base_id', 'direction * base_direction', 'numerator'),
    (of_change, 'level_id', '1', 'denominator'),
    (of_change, 'base_id', '-base_direction', 'denominator'),
    (of_table, 'level_id', 'direction', 'numerator'),
    (of_table, 'ledger_id', '-direction', 'numerator'),
    (of_table, 'ledger_id', '1', 'denominator'),
    (of_stated, 'level_id', '1', 'numerator'),
    (of_stated, 'base_id', '1', 'denominator'),
    (of_tabled, 'level_id', '1', 'numerator'),
    (of_tabled, 'ledger_id', '1', 'denominator'),
] %}
select prose_id, kind, {{ part }} as part_id, {{ sign }} as sign, '{{ role }}' as role
from {{ rows }}
{{ 'union all' if not loop.last }}
{% endfor %}
