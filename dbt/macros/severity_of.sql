{#
    How bad a failure is. What rounding nearly explains, or less than a yuan, is a note, and a change of a table that lacks
    its sign; a difference that is material is
    an error, but for a mere question, and so is what its rule calls one; the rest is a warning at most.
#}
{% macro severity_of(alias) -%}
    case
        when {{ alias }}.comparison <> 'same_text' and {{ is_of_rounding(alias) }} then 'note'
        when
            {{ alias }}.rule_id = 'printed_change_follows'
            and abs({{ alias }}.actual_value + {{ alias }}.expected_value) <= {{ alias }}.tolerance
            then 'note'
        when
            {{ alias }}.severity_of_rule = 'warning' and {{ alias }}.confidence <> 'query'
            and {{ alias }}.difference_cny >= {{ alias }}.materiality_cny
            then 'error'
        else {{ alias }}.severity_of_rule
    end
{%- endmacro %}


{# Whether rounding nearly explains a difference, or it is less than a yuan. #}
{% macro is_of_rounding(alias) -%}
    (
        abs({{ alias }}.difference) <= 3 * {{ alias }}.tolerance
        or (abs({{ alias }}.difference) < 1 and {{ alias }}.value_unit = '{{ words('yuan') }}')
    )
{%- endmacro %}
