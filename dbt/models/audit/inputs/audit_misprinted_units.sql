{#
    A unit printed beside an amount and the unit that is meant. On a form, where the amounts that the forms' own texts
    state overrule the printed unit: one row speaks for all forms of a template. In the text, where a rate holds only
    once its amounts are read in one unit: the smaller unit is the odd one. `beside` is what shows it, as printed: the
    amount of a form and that of the text, the other amount of the rate with what it is of.
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
),

sized as (
    select
        rates.prose_id as rate_id,
        prose.*,
        {{ unit_factor('prose.unit_as_printed', 'prose.amount_cny is not null') }} as unit_factor
    from {{ ref('audit_rates') }} as rates
    inner join {{ ref('fct_prose_amounts') }} as prose on rates.part_id = prose.prose_id
    where rates.holds_in_one_unit and prose.unit_as_printed <> '%'
),

stated as (
    select
        *,
        first_value(unit_as_printed) over (partition by rate_id order by unit_factor desc) as largest_unit
    from sized
),

misprinted as (
    select
        prose_id as amount_id,
        max(rate_id) as rate_id,
        max(largest_unit) as unit_meant
    from stated
    where unit_as_printed <> largest_unit
    group by prose_id
),

others as (
    select rate_id, max(concat_ws(' ', subject, value_as_printed, unit_as_printed)) as beside
    from stated
    where unit_as_printed = largest_unit
    group by rate_id
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

union all

select
    misprinted.amount_id || ':unit' as operand_id,
    misprinted.amount_id,
    misprinted.rate_id,
    prose.ledger_id,
    'prose' as source,
    prose.document_id,
    prose.table_number,
    prose.row_number,
    prose.column_number,
    prose.page,
    prose.line,
    cast(null as string) as statement_kind,
    prose.organisation,
    prose.fiscal_year,
    prose.phase,
    concat_ws(' · ', prose.names, prose.project_name, prose.subject) as subject,
    concat_ws('|', 'stated unit', prose.topic, prose.code, prose.project_name, prose.subject) as stable_subject,
    prose.value_as_printed,
    prose.unit_as_printed as unit_printed,
    misprinted.unit_meant,
    others.beside
from misprinted
left join others on misprinted.rate_id = others.rate_id
inner join {{ ref('fct_prose_amounts') }} as prose on misprinted.amount_id = prose.prose_id
