{#
    What printed rounding explains of a difference, and no more, by the column `tolerance` of the catalogue of rules. A
    half unit is half of what the last printed digit of a figure is worth: as far as a rounded figure is from the truth.
    `check` has `half_unit`, that of the figure under examination; `coarsest_half_unit`, the largest of its parts;
    `parts_rounding`, what the half units of all parts come to in the figure expected; `operands`, the number of parts.
#}
{% macro tolerance(kind, check) -%}
    case {{ kind }}
        {#- Words, and counts, which nobody rounds. #}
        when 'none' then 0
        when 'one_unit' then {{ one_printed_unit(check) }}
        {#- A sum: half a unit of each figure. A sum of one addend is two single figures of one quantity. #}
        when 'rounding' then
            case
                when {{ check }}.operands = 1 then {{ one_printed_unit(check) }}
                else {{ check }}.half_unit + {{ check }}.parts_rounding
            end
        {#- A figure that a text calculates: as it is rounded, and what the rounding of its operands moves. #}
        when 'computed' then {{ check }}.half_unit + {{ check }}.parts_rounding
        {#- Three halves: half a unit as it is rounded, a whole one as offices truncate, and make shares sum to 100. #}
        when 'rate' then 3 * {{ check }}.half_unit + {{ check }}.parts_rounding
    end
{%- endmacro %}

{# Two single figures of one quantity: offices truncate, so that they may be two halves apart, of the coarser unit. #}
{% macro one_printed_unit(check) -%}
    2 * greatest({{ check }}.half_unit, {{ check }}.coarsest_half_unit)
{%- endmacro %}

{# A figure that is longer than a spreadsheet shows without a format, and has fewer decimals than its column. #}
{% macro is_cut_off(lines, usual) -%}
    coalesce({{ lines }}.decimals, 0) < {{ usual }}.decimals
    and length({{ replace_all(lines ~ '.value_as_printed', '[^0-9]', '') }}) >= 10
{%- endmacro %}

{# Half of what the last printed digit is worth: half of `factor` where no decimals are printed. #}
{% macro half_unit(decimals, factor='1') -%}
    {{ factor }} * (1 / power(10, coalesce({{ decimals }}, 0))) / 2
{%- endmacro %}
