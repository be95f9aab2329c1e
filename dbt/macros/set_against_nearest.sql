{#
    Amounts stated in the text, of some topics, each against the figure of a table that it can mean and comes nearest to:
    once in a paragraph, and none whose digits stand in a table that nobody read.
#}
{% macro set_against_nearest(rule, topics) -%}
    select {{ enters(rule, 'prose_id', 'ledger_id') }}
    from (
        select
            *,
            row_number() over (
                partition by document_id, paragraph, ledger_id, amount_cny
                order by sequence nulls last, span_start nulls last
            ) as saying
        from {{ ref('audit_stated_candidates') }}
        where nearness = 1 and not is_among_unread and {{ topics }}
    ) as nearest
    where saying = 1
{%- endmacro %}
