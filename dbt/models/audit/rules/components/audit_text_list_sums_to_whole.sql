{#
    Identity 3 in the text: the parts whose shares of one whole come to 100 % sum to it. Only where the difference is that
    of a slip in the whole or in one part: what they leave out else (结转), and what the document states, is no slip.
#}
with shares as (
    select
        prose_id,
        max(case when role = 'numerator' then part_id end) as level_id,
        max(case when role = 'denominator' then part_id end) as whole_id
    from {{ ref('audit_rates') }}
    where kind = 'share'
    group by prose_id
),

parts as (
    select
        wholes.document_id,
        shares.whole_id,
        shares.level_id,
        rates.value as share,
        {{ half_unit('rates.decimals', '1') }} as half_unit,
        levels.amount_cny,
        wholes.amount_cny as whole_cny,
        sum(levels.amount_cny) over (partition by shares.whole_id) as sum_cny
    from shares
    inner join {{ ref('fct_prose_amounts') }} as rates on shares.prose_id = rates.prose_id
    inner join {{ ref('fct_prose_amounts') }} as levels on shares.level_id = levels.prose_id
    inner join {{ ref('fct_prose_amounts') }} as wholes on shares.whole_id = wholes.prose_id
),

sized as (
    select
        *,
        {{ digits_of('whole_cny') }} as whole_digits,
        {{ digits_of('sum_cny') }} as sum_digits,
        {{ digits_of('amount_cny') }} as digits,
        {{ digits_of('amount_cny + whole_cny - sum_cny') }} as wanted
    from parts
),

complete as (
    select whole_id
    from sized
    group by whole_id
    having
        count(*) > 1 and count(*) = count(distinct level_id)
        and abs(sum(share) - 100) <= sum(half_unit)
        and max(case
            when {{ is_a_slip_of('whole_digits', 'sum_digits') }} or {{ is_a_slip_of('digits', 'wanted') }} then 1 else 0
        end) = 1
),

{# What is left out is stated, as 结转. #}
left_out as (
    select distinct parts.whole_id
    from parts
    inner join {{ ref('fct_ledger') }} as others
        on
            parts.document_id = others.document_id
            and abs(abs(parts.whole_cny - parts.sum_cny) - others.amount_cny) <= 0.001 * others.amount_cny
)

select {{ enters('text_list_sums_to_whole', 'whole_id', 'level_id') }}
from parts
where
    whole_id in (select complete.whole_id from complete)
    and whole_id not in (select left_out.whole_id from left_out)
