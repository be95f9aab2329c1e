{#
    A function code that is printed otherwise than its place among the codes around it demands (7 11 02 below 210 11),
    as operands: the code printed and the code meant. Zeros that fill up a code (2080000) are no other code. An economic
    code may be printed beside that of another classification, and says nothing.
#}
with misprinted as (
    select
        *,
        row_number() over (
            partition by document_id, table_number, row_number order by column_number nulls last
        ) as choice
    from {{ ref('fct_statement_lines') }}
    where
        classification = 'function' and code is not null and code_as_printed is not null and ledger_id is not null
        and right(code, length(code_as_printed)) <> code_as_printed
        and not regexp_matches(code_as_printed, '^' || code || '(00)+$')
),

firsts as (
    select * from misprinted where choice = 1
)

{% for side, key in [('code_as_printed', ':code'), ('code', ':code:meant')] %}
{{ operand(
    'firsts', 'statement',
    lacks=['value', 'half_unit', 'value_unit'],
    operand_id="ledger_id || '" ~ key ~ "'",
    phase="coalesce(phase, '')",
    subject='row_label',
    stable_subject="concat_ws('|', 'printed code', statement_kind, code, name_as_printed)",
    text=side
) }}
{{ 'union all' if not loop.last }}
{% endfor %}
