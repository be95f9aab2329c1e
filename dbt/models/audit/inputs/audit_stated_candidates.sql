{#
    What the tables print for an amount stated in the text: every figure that it can mean is a candidate, and the nearest
    is the one it is set against; where none is near, one of which it is a slip before others, and one of all funds before
    one of a single fund where tables of all funds are usual (`is_of_one_fund`): the text may not speak of it at all; nor
    of basic expenditure, where no table prints the whole of a code. An amount below the last digit that a table prints
    (90 元 a head beside 65.00 万元) is none of its figures, unless its unit alone is another.
    `is_among_unread`: the document prints its digits in a table where no meaning was found for them; or the amount, in
    whatever unit, where none was found for its row, as a part of another figure, or among figures in doubt.
#}
{% set near = '(abs(stated.amount_cny - figures.amount_cny) <= 0.001 * abs(figures.amount_cny))' %}
{% set step = '(2 * ' ~ half_unit('stated.decimals', ratio('stated.amount_cny', 'stated.value')) ~ ')' %}
with unread as (
    select distinct document_id, replace(replace(value_as_printed, ',', ''), '，', '') as digits
    from {{ ref('fct_ledger') }}
    where disposition = 'unmapped' and length(value_as_printed) > 3
),

unsure as (
    select distinct stated.prose_id
    from {{ ref('audit_stated_levels') }} as stated
    inner join {{ ref('fct_statement_lines') }} as lines
        on
            stated.document_id = lines.document_id
            and abs(stated.amount_cny - lines.amount_cny) <= {{ step }}
    where
        length(stated.value_as_printed) > 3
        and (
            lines.measure = 'part'
            or lines.reading_status = 'doubtful'
            or (lines.code is null and lines.item is null and lines.level is null and lines.project_name is null)
        )
),

meant as (
    select
        candidates.prose_id,
        candidates.ledger_id,
        candidates.is_of_one_fund
        or (
            stated.topic = 'function'
            and max(case when figures.measure in ('basic', 'staff', 'public') then 0 else 1 end)
                over (partition by candidates.prose_id) = 0
        ) as is_of_one_fund
    from {{ ref('audit_stated_meanings') }} as candidates
    inner join {{ ref('audit_stated_levels') }} as stated on candidates.prose_id = stated.prose_id
    inner join {{ ref('audit_figures') }} as figures on candidates.ledger_id = figures.ledger_id
),

candidates as (
    select
        stated.prose_id,
        stated.document_id,
        stated.topic,
        stated.paragraph,
        stated.amount_cny,
        stated.sequence,
        stated.span_start,
        meant.ledger_id,
        figures.amount_cny as table_cny,
        round(figures.amount_cny / {{ step }}) * {{ step }} as table_as_stated_cny,
        stated.amount_cny - figures.amount_cny as difference_cny,
        coalesce(unread.document_id, unsure.prose_id) is not null as is_among_unread,
        meant.is_of_one_fund and not {{ near }} as is_of_one_fund,
        {{ digits_of('stated.amount_cny') }} as digits,
        {{ digits_of('round(figures.amount_cny / ' ~ step ~ ') * ' ~ step) }} as table_digits,
        {{ near }} as is_near,
        figures.family,
        figures.table_number,
        figures.row_number,
        figures.column_number
    from meant
    inner join {{ ref('audit_stated_levels') }} as stated on meant.prose_id = stated.prose_id
    inner join {{ ref('audit_figures') }} as figures on meant.ledger_id = figures.ledger_id
    left join unread
        on
            stated.document_id = unread.document_id
            and replace(replace(stated.value_as_printed, ',', ''), '，', '') = unread.digits
    left join unsure on stated.prose_id = unsure.prose_id
    where
        abs(stated.amount_cny) >= 2 * coalesce(figures.half_unit_cny, 0)
        or abs(stated.amount_cny - figures.amount_cny) <= 2 * figures.half_unit_cny
        or abs(10000 * stated.amount_cny - figures.amount_cny) <= 2 * figures.half_unit_cny
)

select
    prose_id,
    document_id,
    topic,
    paragraph,
    amount_cny,
    sequence,
    span_start,
    ledger_id,
    table_cny,
    table_as_stated_cny,
    difference_cny,
    is_among_unread,
    is_of_one_fund,
    row_number() over (
        partition by prose_id
        order by
            case when is_of_one_fund then 1 else 0 end,
            case when is_near then 0 when {{ is_a_slip_of('digits', 'table_digits') }} then 1 else 2 end,
            abs(difference_cny) nulls last,
            case family when 'expenditure' then 0 else 1 end,
            table_number nulls last, row_number nulls last, column_number nulls last
    ) as nearness
from candidates
