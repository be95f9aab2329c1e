{# A name without what printing adds to it: spaces, kinds of brackets, dashes and separators. #}
{% macro comparable_name(column) -%}
    {{ adapter.dispatch('replace_all', 'yusuan')(column, '[\\s（）()、，,：:·.—-]+', '') }}
{%- endmacro %}

{# DuckDB replaces the first match only unless told otherwise; Spark replaces all. #}
{% macro default__replace_all(column, pattern, replacement) -%}
    regexp_replace({{ column }}, '{{ pattern }}', '{{ replacement }}')
{%- endmacro %}

{% macro duckdb__replace_all(column, pattern, replacement) -%}
    regexp_replace({{ column }}, '{{ pattern }}', '{{ replacement }}', 'g')
{%- endmacro %}
