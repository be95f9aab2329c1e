{#
    A unit printed beside an amount of a form and the unit that is meant, where the amounts that the forms' own texts state
    overrule the printed one: one row speaks for all forms of a template. `beside` is what shows it, as printed: the amount
    of the form and that of the text.
#}
with forms as (
    select
        *,
        count(*) over (partition by document_id, statement_kind, unit_as_printed) as figures,
        row_number() over (
            partition by document_id, statement_kind, unit_as_printed
            order by table_number nulls last, row_number nulls last, column_number nulls last
        ) as choice
    from {{ ref('fct_statement_lines') }}
    where
        unit_basis = 'votes' and unit_as_printed <> unit_applied and unit_as_printed in ({{ money_units() }})
        and amount_cny <> 0 and ledger_id is not null and horizon = 'year'
),

shown as (
    select
        forms.document_id,
        forms.statement_kind,
        forms.unit_as_printed,
        forms.value_as_printed || ' ' || forms.unit_as_printed || ' ↔ '
        || prose.value_as_printed || ' ' || prose.unit_as_printed as beside,
        row_number() over (
            partition by forms.document_id, forms.statement_kind, forms.unit_as_printed
            order by forms.choice nulls last, prose.sequence nulls last, prose.span_start nulls last
        ) as choice
    from forms
    inner join {{ ref('fct_prose_amounts') }} as prose
        on forms.document_id = prose.document_id and forms.amount_cny = prose.amount_cny
)

select
    forms.ledger_id || ':unit' as operand_id,
    forms.ledger_id as amount_id,
    cast(null as string) as rate_id,
    forms.ledger_id,
    'statement' as source,
    forms.document_id,
    forms.table_number,
    forms.row_number,
    forms.column_number,
    forms.page,
    forms.line,
    forms.statement_kind,
    forms.organisation,
    forms.fiscal_year,
    forms.phase,
    forms.row_label || '（×' || cast(forms.figures as string) || '）' as subject,
    concat_ws('|', 'printed unit', forms.statement_kind, forms.unit_as_printed) as stable_subject,
    forms.value_as_printed,
    forms.unit_as_printed as unit_printed,
    forms.unit_applied as unit_meant,
    shown.beside
from forms
left join shown
    on
        forms.document_id = shown.document_id
        and forms.statement_kind = shown.statement_kind
        and forms.unit_as_printed = shown.unit_as_printed
        and shown.choice = 1
where forms.choice = 1
