{# One measure of a long statement turned into a column of a wide row. #}
{% macro measure(name, column='amount_cny') -%}
    max(case when measure = '{{ name }}' then {{ column }} end)
{%- endmacro %}
