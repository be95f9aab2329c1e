{#
    Identity 3 in the text: the parts whose shares of one whole come to 100 % sum to it. Where they do not only if the
    shares tell the slip: all are those of the parts' sum, and the whole is that but for a slip; or one is not that of its part, and is
    once its slip is mended. What shares in few digits leave out, what the document states, and a round amount that the
    parts may leave out (结转) is no slip.
#}
{% set is_beyond_shares = '100 * abs(max(whole_cny) - max(sum_cny)) > sum(half_unit) * max(whole_cny)' %}
{% set is_slip_of_whole -%}
    (
        min(case when is_of_sum and {{ is_a_slip_of('whole_digits', 'sum_digits') }} then 1 else 0 end) = 1
        and (
            max(left_out) < 1 or abs(max(left_out) - round(max(left_out))) > 0.001
            or max(whole_cny) > 2 * max(sum_cny)
        )
    )
{%- endset %}
{% set is_slip_of_part -%}
    (
        sum(case when is_of_whole then 1 else 0 end) = count(*) - 1
        and max(
            case when not is_of_whole and is_wanted and {{ is_a_slip_of('digits', 'wanted') }} then 1 else 0 end
        ) = 1
    )
{%- endset %}
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
        {{ ratio('wholes.amount_cny', 'wholes.value') }} as whole_unit,
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
        {{ digits_of('amount_cny + whole_cny - sum_cny') }} as wanted,
        abs(100 * amount_cny - share * sum_cny) <= (half_unit + 0.01) * sum_cny as is_of_sum,
        abs(100 * amount_cny - share * whole_cny) <= (half_unit + 0.01) * whole_cny as is_of_whole,
        abs(100 * (amount_cny + whole_cny - sum_cny) - share * whole_cny) <= (half_unit + 0.01) * whole_cny as is_wanted,
        (whole_cny - sum_cny) / whole_unit as left_out
    from parts
),

complete as (
    select whole_id
    from sized
    group by whole_id
    having
        count(*) > 1 and count(*) = count(distinct level_id)
        and abs(sum(share) - 100) <= sum(half_unit)
        and (max(whole_cny) = max(sum_cny) or {{ is_beyond_shares }} and ({{ is_slip_of_whole }} or {{ is_slip_of_part }}))
),

{# What is left out is stated, as 结转. #}
left_out as (
    select distinct parts.whole_id
    from parts
    inner join {{ ref('fct_ledger') }} as others
        on
            parts.document_id = others.document_id
            and parts.whole_cny <> parts.sum_cny
            and abs(abs(parts.whole_cny - parts.sum_cny) - others.amount_cny) <= 0.001 * others.amount_cny
)

select {{ enters('text_list_sums_to_whole', 'whole_id', 'level_id') }}
from parts
where
    whole_id in (select complete.whole_id from complete)
    and whole_id not in (select left_out.whole_id from left_out)
