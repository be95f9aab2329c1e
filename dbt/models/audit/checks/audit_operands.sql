{#
    Whatever a rule compares, in one shape: figures of statements, amounts and rates stated in the text, heads and
    vehicles, weights and scores, targets of indicators. `half_unit` is half of what the last printed digit is worth.
#}
{% for operands in [
    'figure_operands', 'statements', 'head_operands', 'score_operands', 'indicator_operands',
    'bounds', 'mentions', 'calculations', 'estimates', 'project_counts',
    'cost_operands', 'execution_rates', 'wording', 'printed_codes'
] %}
select * from {{ ref('audit_' ~ operands) }}

union all
{% endfor %}

select
    operand_id,
    ledger_id,
    source,
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
    subject,
    stable_subject,
    text,
    cast(null as decimal(20, 2)) as value,
    cast(null as decimal(20, 6)) as half_unit,
    cast(null as varchar) as value_unit
from {{ ref('audit_printed_units') }}
