{#
    Whatever a rule compares, in one shape (macro `operand`): figures of statements, amounts and rates stated in the
    text, heads and vehicles, weights and scores, targets of indicators, words. Where two readings of one place claim its
    key, the first by source and value stands for both.
#}
with operands as (
{% for operands in [
    'figures', 'prose', 'heads', 'scores', 'indicators', 'bounds', 'mentions', 'calculations', 'estimates',
    'project_counts', 'cost_targets', 'execution_rates', 'wording', 'printed_codes', 'printed_units', 'changes', 'rates'
] %}
select {{ operand_columns() | join(', ') }} from {{ ref('audit_operands_' ~ operands) }}
{{ 'union all' if not loop.last }}
{% endfor %}
),

numbered as (
    select
        *,
        row_number() over (
            partition by operand_id
            order by source nulls last, table_number nulls last, row_number nulls last, value nulls last,
                text nulls last, subject nulls last, organisation nulls last, fiscal_year nulls last, phase nulls last
        ) as claim
    from operands
)

select {{ operand_columns() | join(', ') }}
from numbered
where claim = 1
