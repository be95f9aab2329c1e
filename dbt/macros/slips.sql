{# The digits of an amount of money, all of one length. #}
{% macro digits_of(amount) -%}
    lpad(cast(cast(round(100 * ({{ amount }})) as bigint) as string), 16, '0')
{%- endmacro %}

{#
    Whether the digits of one amount are those of another but for a slip: one is another, two neighbours are exchanged, or
    the point, or the unit, makes all of them another amount. Fewer than five digits are alike by chance.
#}
{% macro is_a_slip_of(one, other) -%}
    (
        {{ one }} <> {{ other }} and {{ one }} not like '%-%' and {{ other }} not like '%-%'
        and length({{ _significant(one) }}) > 4 and length({{ _significant(other) }}) > 4
        and (
            {{ _significant(one) }} = {{ _significant(other) }}
            or 1 = (
                {%- for place in range(1, 17) %}
                case when substr({{ one }}, {{ place }}, 1) = substr({{ other }}, {{ place }}, 1) then 0 else 1 end
                {{- ' +' if not loop.last }}
                {%- endfor %}
            )
            {%- for place in range(1, 16) %}
            or {{ one }} = substr({{ other }}, 1, {{ place - 1 }}) || substr({{ other }}, {{ place + 1 }}, 1)
            || substr({{ other }}, {{ place }}, 1) || substr({{ other }}, {{ place + 2 }})
            {%- endfor %}
        )
    )
{%- endmacro %}

{% macro _significant(digits) -%}
    {{ replace_all(digits, '^0+|0+$', '') }}
{%- endmacro %}
