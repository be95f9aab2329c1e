{# One amount over another, 1 = 100 %; NULL where either is not known or the whole is zero. #}
{% macro rate(part, whole) -%}
    cast({{ part }} / nullif({{ whole }}, 0) as decimal(28, 6))
{%- endmacro %}
