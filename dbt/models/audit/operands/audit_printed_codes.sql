{#
    A function code that is printed otherwise than its place among the codes around it demands (7 11 02 below 210 11),
    as operands: the code printed and the code meant.
#}
with misprinted as (
    select
        *,
        row_number() over (partition by document_id, table_number, row_number order by column_number) as choice
    from {{ ref('fct_statement_lines') }}
    where
        code is not null and code_as_printed is not null and ledger_id is not null
        and right(code, length(code_as_printed)) <> code_as_printed
)

{% for side in ['printed', 'meant'] %}
select
    ledger_id || ':code{{ ':meant' if side == 'meant' }}' as operand_id,
    ledger_id,
    'statement' as source,
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    line,
    statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    coalesce(phase, '') as phase,
    row_label as subject,
    concat_ws('|', 'printed code', statement_kind, code, name_as_printed) as stable_subject,
    code{{ '_as_printed' if side == 'printed' }} as text,
    cast(null as decimal(20, 2)) as value,
    cast(null as decimal(20, 6)) as half_unit,
    cast(null as varchar) as value_unit
from misprinted
where choice = 1
{{ 'union all' if not loop.last }}
{% endfor %}
