{#
    Totals that statements print for each organisation, year and phase, named as the text names them: three-public and
    its items, and the topics whose fund is known or which are of all funds. Where a topic stands in several statements,
    the first of the closest kind is taken; a grand total holds balances and stands in only where no other is printed.
    A total of another year that one table prints twice and otherwise, a row for each code, is none.
#}
{{ config(materialized='ephemeral') }}
{% set places %}
    document_id, organisation_id, organisation, department_id, department, fiscal_year, phase, page, line
{% endset %}
with three_public as (
    {% for name in three_public_measures() %}
    select
        {{ places }},
        '{{ 'three_public_total' if name == 'total' else name }}' as subject,
        {{ name }}_cny as amount_cny,
        {{ name }}_ledger_id as ledger_id,
        coalesce({{ name }}_operand_ids, {{ name }}_ledger_id) as operand_ids,
        1 as distance,
        cast(null as string) as carry_over_basis
    from {{ ref('int_three_public_counted') }}
    where {{ name }}_cny is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

totals as (
    select
        lines.*,
        topics.topic as subject,
        case
            when topics.item like '%grand_total' then 3
            when topics.family = 'balance' then 1
            else 2
        end as distance,
        case
            when topics.item like '%grand_total' then 'with_carry_over'
            when topics.family = 'balance' then 'current_year'
        end as carry_over_basis,
        min(lines.amount_cny) over (alike) = max(lines.amount_cny) over (alike) as is_one_amount
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    inner join {{ ref('topics') }} as topics
        on
            statements.family = topics.family
            and lines.item = topics.item
            and lines.measure = topics.measure
            and coalesce(lines.fund, statements.fund) = coalesce(topics.fund, 'all')
            and coalesce(topics.side, lines.side, '') = coalesce(lines.side, '')
    where
        lines.disclosure = 'figure' and lines.horizon = 'year' and lines.row_role <> 'difference'
        and topics.topic not like '%either' and topics.topic not like '%grand_total' and topics.topic <> 'unit_total'
        and not (topics.topic like 'appropriation%' and coalesce(topics.fund, '') = 'general_public_budget')
    window alike as (
        partition by
            lines.document_id, lines.table_number, lines.organisation, lines.fiscal_year, lines.phase, topics.topic,
            topics.item, topics.measure
    )
),

amounts as (
    select {{ places }}, subject, amount_cny, ledger_id, operand_ids, distance, carry_over_basis from three_public
    union all
    select {{ places }}, subject, amount_cny, ledger_id, ledger_id, distance, carry_over_basis
    from totals
    where is_one_amount or not is_comparative
)

select
    {{ places }},
    'total' as level,
    subject,
    {{ no_function() }},
    true as is_counted,
    {{ no_project() }},
    'table' as source,
    distance,
    amount_cny,
    cast(null as decimal(20, 2)) as against_cny,
    carry_over_basis,
    cast(null as string) as units,
    cast(null as double) as step_cny,
    1 as addends,
    ledger_id,
    operand_ids
from amounts
