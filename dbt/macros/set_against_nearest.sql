{#
    Amounts stated in the text, of some topics, each against the figure of a table that it can mean and comes nearest to:
    once in a paragraph, and none whose digits stand in a table that nobody read. Of several that miss one figure, each by
    another amount, none is meant for it: the text speaks of its parts, by bodies or purposes whose names nobody knows.
    One that is the figure but for a slip is meant for it all the same.
#}
{% macro set_against_nearest(rule, topics) -%}
    select {{ enters(rule, 'prose_id', 'ledger_id') }}
    from (
        select *, max(place) over (partition by document_id, ledger_id, is_far) as amounts
        from (
            select
                *,
                row_number() over (
                    partition by document_id, paragraph, ledger_id, amount_cny
                    order by sequence nulls last, span_start nulls last
                ) as saying,
                dense_rank() over (
                    partition by document_id, ledger_id, is_far order by amount_cny nulls last
                ) as place
            from (
                select
                    *,
                    abs(difference_cny) > 0.001 * abs(table_cny) as is_far,
                    {{ digits_of('amount_cny') }} as digits,
                    {{ digits_of('table_as_stated_cny') }} as table_digits
                from {{ ref('audit_stated_candidates') }}
                where nearness = 1 and not is_among_unread and {{ topics }}
            ) as nearest
        ) as placed
    ) as counted
    where
        saying = 1
        and (not coalesce(is_far, false) or amounts = 1 or {{ is_a_slip_of('digits', 'table_digits') }})
{%- endmacro %}
