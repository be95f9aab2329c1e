{#
    The condition that a growth printed (int_growths_stated) is not that of a change over what it is set against: by
    more than three halves of its last digit and what a change of few digits leaves open. Growth over nothing is none.
#}
{% macro growth_contradicts(growths, change, base, half_unit_cny='0') -%}
    {{ growths }}.percentage is not null
    and case
        when {{ base }} > 2 * ({{ half_unit_cny }})
            then
                abs(cast(100 * ({{ change }}) as double) / ({{ base }}) - {{ growths }}.percentage)
                > 3 * {{ growths }}.half_unit
                + cast(100 * 2 * ({{ half_unit_cny }}) as double) / ({{ base }}) * (1 + cast(abs({{ growths }}.percentage) as double) / 100)
        else ({{ change }}) <> 0 and {{ growths }}.percentage <> 100
    end
{%- endmacro %}
