{#
    A function code that is printed otherwise than its place among the codes around it demands (7 11 02 below 210 11), or
    than its name does, which alone is not certain, as operands: the code printed and the code meant. Zeros that fill up a
    code (2080000) are no other code. An economic code may be printed beside that of another classification, and says
    nothing.
#}
{% set columns %}
    document_id, table_number, row_number, column_number, page, line, ledger_id, statement_kind, organisation, fiscal_year,
    phase, row_label, name_as_printed
{%- endset %}
with misprinted as (
    select {{ columns }}, code_as_printed, code as code_meant, cast(null as string) as reading_status
    from {{ ref('fct_statement_lines') }}
    where
        classification = 'function' and code is not null and code_as_printed is not null and ledger_id is not null
        and right(code, length(code_as_printed)) <> code_as_printed
        and not regexp_matches(code_as_printed, '^' || code || '(00)+$')
    union all
    select {{ columns }}, code as code_as_printed, code_meant, 'untested' as reading_status
    from {{ ref('audit_codes_by_name') }}
),

firsts as (
    select *
    from (
        select
            *,
            row_number() over (
                partition by document_id, table_number, row_number order by column_number nulls last
            ) as choice
        from misprinted
    ) as ordered
    where choice = 1
)

{% for side, key in [('code_as_printed', ':code'), ('code_meant', ':code:meant')] %}
{{ operand(
    'firsts', 'statement',
    lacks=['value', 'half_unit', 'value_unit'],
    operand_id="ledger_id || '" ~ key ~ "'",
    phase="coalesce(phase, '')",
    subject='row_label',
    stable_subject="concat_ws('|', 'printed code', statement_kind, code_meant, name_as_printed)",
    text=side,
    reading_status='reading_status'
) }}
{{ 'union all' if not loop.last }}
{% endfor %}
