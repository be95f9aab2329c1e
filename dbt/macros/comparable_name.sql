{# A name without what printing adds to it: spaces, kinds of brackets, dashes and separators. #}
{% macro comparable_name(column) -%}
    {{ replace_all(column, '[\\s（）()、，,：:·.—-]+', '') }}
{%- endmacro %}

{# The name of a code, also without the word 支出 at its end, which the text often leaves out. #}
{% macro comparable_code_name(column) -%}
    {{ replace_all(comparable_name(column), '支出$', '') }}
{%- endmacro %}

{% macro replace_all(column, pattern, replacement) -%}
    {{ adapter.dispatch('replace_all', 'yusuan')(column, pattern, replacement) }}
{%- endmacro %}

{# DuckDB replaces the first match only unless told otherwise; Spark replaces all. #}
{% macro default__replace_all(column, pattern, replacement) -%}
    regexp_replace({{ column }}, '{{ pattern }}', '{{ replacement }}')
{%- endmacro %}

{% macro duckdb__replace_all(column, pattern, replacement) -%}
    regexp_replace({{ column }}, '{{ pattern }}', '{{ replacement }}', 'g')
{%- endmacro %}
