{#
    Rates that a table prints beside two figures (macro `two_beside`), in percent with half a printed unit: of a change
    (增减率, `of_change`), or of what was done of a plan (完成预算%), by the last words of their label; a share is none of them,
    of what is nothing there is no rate, and of 年初预算 it is only where its label says so too: it may be of the plan as revised.
    What is no number alone (>1000%), or where offices cut rates off (999.99), tells nothing.
#}
{% set last_words = replace_all('lines.column_label', '^.* / ', '') %}
with rates as (
    select
        lines.*,
        lines.ledger_id as compared_id,
        regexp_matches({{ last_words }}, '{{ words('rates_of_change') }}') as of_change,
        regexp_matches({{ last_words }}, '{{ words('rates_of_plan') }}') as of_plan,
        cast(
            nullif(replace(regexp_extract(lines.value_as_printed, '[0-9][0-9,]*([.][0-9]+)?', 0), ',', ''), '')
            as decimal(20, 6)
        )
        * case when regexp_matches(trim(lines.value_as_printed), '^[-－−–(（]') then -1 else 1 end as rate,
        {{ as_decimal(half_unit('lines.decimals'), 20, 6) }} as half_unit
    from {{ ref('fct_statement_lines') }} as lines
    where
        lines.measure = 'rate' and lines.unit_applied = '%' and lines.disclosure = 'figure'
        and lines.ledger_id is not null
        and regexp_matches(lines.value_as_printed, '^[-+－−–(（ ]*[0-9][0-9,]*([.][0-9]+)?[)）%％ ]*$')
),

beside as ({{ two_beside('rates') }})

select
    rates.document_id,
    rates.table_number,
    rates.row_number,
    rates.column_number,
    rates.page,
    rates.line,
    rates.ledger_id,
    rates.statement_kind,
    rates.organisation,
    rates.fiscal_year,
    rates.phase,
    rates.code,
    rates.item,
    rates.name_as_printed,
    rates.row_label,
    rates.column_label,
    rates.value_as_printed,
    rates.reading_status,
    rates.of_change,
    rates.rate,
    rates.half_unit,
    beside.now_id,
    beside.now_cny,
    beside.before_id,
    beside.before_cny
from rates
inner join beside on rates.compared_id = beside.compared_id
where
    rates.of_change <> rates.of_plan and beside.before_cny <> 0 and abs(rates.rate) not between 999 and 1000
    and (
        rates.of_change
        or regexp_matches(rates.column_label, '{{ words('initial_plans') }}')
        or not regexp_matches(beside.before_label, '{{ words('initial_plans') }}')
    )
    and (
        rates.of_change
        or (beside.now_phase = 'executed' and beside.before_phase <> 'executed' and beside.now_year = beside.before_year)
    )
