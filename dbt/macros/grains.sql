{#
    To which decimal figures are rounded, one row per group of `keys`: a document of 万元 printed in yuan (1,234,500.00) is
    rounded to the decimal -2. The last digit of a rounded figure that is not zero stands, nine times of ten, there: so
    three of four of at least 12 different figures end at it, and of 20 one at most is finer. Amounts that are round by
    nature end anywhere. `figures` have `decimals`, as printed, and `value_as_printed`.
#}
{% macro grains(figures, keys) -%}
    {%- set keys = keys | join(', ') -%}
    select {{ keys }}, ends_at as decimals
    from (
        select
            {{ keys }},
            ends_at,
            count(*) as times,
            sum(count(*)) over (partition by {{ keys }}) as of_all,
            sum(count(*)) over (partition by {{ keys }} order by ends_at nulls last rows unbounded preceding) as no_finer,
            row_number() over (partition by {{ keys }} order by count(*) desc, ends_at nulls last) as choice
        from (
            select distinct {{ keys }}, abs(amount_cny) as amount_cny, {{ ends_at('figures') }} as ends_at
            from {{ figures }} as figures
            where amount_cny <> 0
        ) as different
        group by {{ keys }}, ends_at
    ) as counted
    where choice = 1 and 4 * times >= 3 * of_all and of_all >= 12 and 20 * (of_all - no_finer) <= of_all
{%- endmacro %}

{# The decimal at which the digits of a figure end that are not zero; below 0 before the point. #}
{% macro ends_at(figures) -%}
    coalesce({{ figures }}.decimals, 0)
    - length(regexp_extract({{ replace_all(figures ~ '.value_as_printed', '[^0-9]', '') }}, '0*$', 0))
{%- endmacro %}
