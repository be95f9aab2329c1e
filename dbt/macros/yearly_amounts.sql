{#
    The models of amounts by year have one shape. These are the columns of what an amount is not about.
#}
{% macro no_function() -%}
    cast(null as string) as fund,
    cast(null as string) as function_code
{%- endmacro %}

{% macro no_project() -%}
    cast(null as string) as project_id,
    cast(null as string) as project_code,
    cast(null as string) as project_name
{%- endmacro %}

{# What an amount is about, whatever its year and phase. #}
{% macro series_id(rows) -%}
    concat_ws(
        '|', {{ rows }}.organisation_id, {{ rows }}.subject, {{ rows }}.fund, {{ rows }}.function_code,
        {{ rows }}.project_id
    )
{%- endmacro %}

{# What the last printed digit of a row of the ledger is worth, in yuan. #}
{% macro printed_step(ledger) -%}
    {%- set unit -%}
        coalesce(
            case when {{ ledger }}.unit_as_printed in ({{ money_units() }}) then {{ ledger }}.unit_as_printed end,
            {{ ledger }}.unit_applied
        )
    {%- endset -%}
    {%- set decimals -%}
        case
            when {{ ledger }}.value_as_printed like '%.%' then length({{ replace_all(ledger ~ '.value_as_printed', '^.*[.]|[^0-9]', '') }})
        end
    {%- endset -%}
    2 * {{ half_unit(decimals, unit_factor(unit, ledger ~ '.amount_cny is not null')) }}
{%- endmacro %}
