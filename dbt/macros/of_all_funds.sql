{#
    Of the lines of each measure at a place, those that make up its money: the one of the widest fund that is printed
    (合计 beside 一般公共预算 and 政府性基金预算), else of each fund that has any. Of two of one fund the larger.
    `place` are the columns of `lines` that tell one place from another.
#}
{% macro of_all_funds(lines, place) -%}
    (
        select *
        from (
            select
                *,
                row_number() over (
                    partition by {{ place }}, measure
                    order by case when amount_cny <> 0 then 0 else 1 end, column_number nulls last, ledger_id nulls last
                ) as nth_of_funds
            from (
                select
                    *,
                    min(breadth) over (partition by {{ place }}, measure) as widest,
                    row_number() over (
                        partition by {{ place }}, measure, fund
                        order by amount_cny desc nulls last, ledger_id nulls last
                    ) as nth_of_fund
                from (
                    select
                        *,
                        case
                            when amount_cny is null then 4
                            when coalesce(fund, 'all') = 'all' then 1
                            when fund = 'fiscal_appropriation' then 2
                            else 3
                        end as breadth
                    from {{ lines }}
                ) as placed
            ) as ranked
            where breadth = widest and nth_of_fund = 1
        ) as of_funds
        where nth_of_funds = 1 or amount_cny <> 0
    )
{%- endmacro %}

{# Of such lines, the money of a measure; the figure that is all of it; and those that add up to it, where there are more. #}
{% macro money_of(name) -%}
    sum(case when measure = '{{ name }}' then amount_cny end)
{%- endmacro %}

{% macro ledger_id_of(name) -%}
    case when count(case when measure = '{{ name }}' then ledger_id end) = 1 then {{ measure(name, 'ledger_id') }} end
{%- endmacro %}

{# The ids of the first of several measures that is printed, with money where one has any. #}
{% macro first_stated(names, ids) -%}
    case
        {%- for name in names %}
        when {{ money_of(name) }} is not null then {{ ids(name) }}
        {%- endfor %}
        else coalesce({% for name in names %}{{ ids(name) }}{{ ', ' if not loop.last }}{% endfor %})
    end
{%- endmacro %}

{% macro operand_ids_of(name) -%}
    case
        when count(case when measure = '{{ name }}' then ledger_id end) > 1
            then {{ ids_in_one("case when measure = '" ~ name ~ "' then ledger_id end") }}
    end
{%- endmacro %}
