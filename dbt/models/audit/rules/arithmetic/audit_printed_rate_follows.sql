{#
    Identity 9: a rate that a table prints is that of the two figures beside it. Only in a column that shows that it is: of
    the rates of two figures that differ three hold at least, and one fails at most; where more do, they are of another
    base. A column that prints nothing below zero tells how much, and not which way.
#}
with directed as (
    select *, case when of_change then {{ direction_of('rate') }} else 1 end as direction
    from {{ ref('audit_printed_rates') }}
),

rates as (
    select
        *,
        now_cny <> before_cny and abs(
            {{ ratio('100 * direction * (now_cny - case when of_change then before_cny else 0 end)', 'before_cny') }} - rate
        ) <= 3 * half_unit + 0.1 as is_held
    from directed
),

columns as (
    select document_id, table_number, column_number
    from rates
    where now_cny <> before_cny
    group by document_id, table_number, column_number
    having
        count(case when is_held then 1 end) > 2
        and count(case when not is_held then 1 end) < 2
),

told as (
    select rates.*
    from rates
    inner join columns on {{ same_table('rates', 'columns') }} and rates.column_number = columns.column_number
)

select {{ enters('printed_rate_follows', 'ledger_id', 'now_id', sign='direction', role='numerator') }}
from told

union all

select {{ enters('printed_rate_follows', 'ledger_id', 'before_id', sign='-direction', role='numerator') }}
from told
where of_change

union all

select {{ enters('printed_rate_follows', 'ledger_id', 'before_id', role='denominator') }}
from told
