{#
    How bad a failure is. What rounding nearly explains, or less than a yuan, is a note; a difference that is material is
    an error, but for a mere question, and so is what its rule calls one; the rest is a warning at most.
#}
{% macro severity_of(alias) -%}
    case
        when {{ alias }}.comparison <> 'same_text' and abs({{ alias }}.difference) <= 3 * {{ alias }}.tolerance
            then 'note'
        when {{ alias }}.difference_cny < 1 then 'note'
        when
            {{ alias }}.severity_of_rule = 'warning' and {{ alias }}.confidence <> 'query'
            and {{ alias }}.difference_cny >= {{ alias }}.materiality_cny
            then 'error'
        else {{ alias }}.severity_of_rule
    end
{%- endmacro %}
