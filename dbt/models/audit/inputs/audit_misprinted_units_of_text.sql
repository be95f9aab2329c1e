{#
    A unit printed beside an amount of the text and the unit that is meant, where a rate holds only once its amounts are
    read in one unit: the smaller unit is the odd one. `beside` is what shows it, as printed: the other amount of the rate
    with what it is of.
#}
with sized as (
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
