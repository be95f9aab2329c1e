{#
    Rates that a table prints beside two figures (macro `two_beside`), in percent with half a printed unit: of a change
    (增减率, `of_change`), or of what was done of a plan (完成预算%), by the last words of their label; a share is none of them,
    and of what is nothing there is no rate.
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
    rates.of_change <> rates.of_plan and beside.before_cny <> 0
    and (
        rates.of_change
        or (beside.now_phase = 'executed' and beside.before_phase <> 'executed' and beside.now_year = beside.before_year)
    )
