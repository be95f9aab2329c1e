{# The type of every amount in the warehouse: yuan with two decimals. #}
{% macro money(expression) -%}
    cast({{ expression }} as decimal(20, 2))
{%- endmacro %}

{#
    The factor of a unit, in yuan. What is no money (a count, a percentage, a figure without a unit) counts as it is;
    money in a unit that the knowledge lacks raises. `is_money` is a condition.
#}
{% macro unit_factor(unit, is_money) -%}
    case {{ unit }}
        {%- for known, yuan in units_of_amount().items() %} when '{{ known }}' then {{ yuan }}{% endfor %}
        else
            case
                when {{ unit }} is null or not ({{ is_money }}) then 1
                else cast(error('No unit of amount: ' || {{ unit }} || '; add it to amounts.yml.') as integer)
            end
    end
{%- endmacro %}

{# The units of amount, each between quotes, as behind `in`. #}
{% macro money_units() -%}
    '{{ units_of_amount() | join("', '") }}'
{%- endmacro %}

{# The unit of a row of the ledger: the printed one, where it is one of amount (万 alone is none), else the applied. #}
{% macro unit_of_figure() -%}
    coalesce(case when unit_as_printed in ({{ money_units() }}) then unit_as_printed end, unit_applied)
{%- endmacro %}
