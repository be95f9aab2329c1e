{# One amount over another, 1 = 100 %; NULL where either is not known or the whole is zero. #}
{% macro rate(part, whole) -%}
    {{ as_decimal(ratio(part, whole), 28, 6) }}
{%- endmacro %}

{# What a part is of a whole, as a double in all engines; NULL of none. #}
{% macro ratio(part, whole) -%}
    cast({{ part }} as double) / nullif({{ whole }}, 0)
{%- endmacro %}

{# A double as a decimal. DuckDB rounds by its bits, which Spark must be told: it rounds by the digits that print it. #}
{% macro as_decimal(double, precision, scale) -%}
    {{ adapter.dispatch('as_decimal', 'yusuan')(double, precision, scale) }}
{%- endmacro %}

{% macro default__as_decimal(double, precision, scale) -%}
    cast(cast(round(({{ double }}) * 1e{{ scale }}) as decimal({{ precision }}, 0)) / cast(1e{{ scale }} as decimal({{ scale + 1 }}, 0)) as decimal({{ precision }}, {{ scale }}))
{%- endmacro %}

{% macro duckdb__as_decimal(double, precision, scale) -%}
    cast({{ double }} as decimal({{ precision }}, {{ scale }}))
{%- endmacro %}
