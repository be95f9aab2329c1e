{# A name without what printing adds to it: spaces, kinds of brackets, dashes and separators. #}
{% macro comparable_name(column) -%}
    {{ replace_all(column, '[\\s（）()、，,：:·.—-]+', '') }}
{%- endmacro %}

{# A name without the number or the letter in front that orders it among others. #}
{% macro without_numbering(column) -%}
    {{ replace_all(column, '^[（(]?.{1,3}[、.．)）]', '') }}
{%- endmacro %}

{# The name of a code, also without the word 支出 at its end, which the text often leaves out. #}
{% macro comparable_code_name(column) -%}
    {{ replace_all(comparable_name(column), words('expenditure') ~ '$', '') }}
{%- endmacro %}

{# The letters of a name in one order, whatever theirs. #}
{% macro sorted_letters(name) -%}
    {{ adapter.dispatch('sorted_letters', 'yusuan')(name) }}
{%- endmacro %}

{% macro default__sorted_letters(name) -%}
    array_join(array_sort(split({{ name }}, '')), '')
{%- endmacro %}

{% macro duckdb__sorted_letters(name) -%}
    array_to_string(list_sort(string_split({{ name }}, '')), '')
{%- endmacro %}

{# True for two names of one length that differ in one character: levenshtein counts bytes here, characters there. #}
{% macro differs_in_one_character(name, other, longest=40) -%}
    (
        length({{ name }}) = length({{ other }})
        and (
            {%- for at in range(longest) %}
            (left({{ name }}, {{ at }}) = left({{ other }}, {{ at }}) and substr({{ name }}, {{ at + 2 }}) = substr({{ other }}, {{ at + 2 }}))
            {{ 'or' if not loop.last }}
            {%- endfor %}
        )
    )
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
