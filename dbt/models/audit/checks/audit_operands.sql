{#
    Whatever a rule compares, in one shape (macro `operand`): figures of statements, amounts and rates stated in the
    text, heads and vehicles, weights and scores, targets of indicators, words.
#}
{% for operands in [
    'figures', 'prose', 'heads', 'scores', 'indicators', 'bounds', 'mentions', 'calculations', 'estimates',
    'project_counts', 'cost_targets', 'execution_rates', 'wording', 'printed_codes', 'printed_units'
] %}
select {{ operand_columns() | join(', ') }} from {{ ref('audit_operands_' ~ operands) }}
{{ 'union all' if not loop.last }}
{% endfor %}
