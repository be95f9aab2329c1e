{# The type of every amount in the warehouse: yuan with two decimals. #}
{% macro money(expression) -%}
    cast({{ expression }} as decimal(20, 2))
{%- endmacro %}

{# The factor of a unit of amount, in yuan. #}
{% macro unit_factor(column) -%}
    case {{ column }} when '万元' then 10000 when '亿元' then 100000000 else 1 end
{%- endmacro %}
