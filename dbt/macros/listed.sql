{# Ids of a group as one sorted string, apart by spaces. #}
{% macro ids_in_one(id) -%}
    {{ adapter.dispatch('ids_in_one', 'yusuan')(id) }}
{%- endmacro %}

{% macro default__ids_in_one(id) -%}
    nullif(array_join(array_sort(collect_set({{ id }})), ' '), '')
{%- endmacro %}

{% macro duckdb__ids_in_one(id) -%}
    string_agg(distinct {{ id }}, ' ' order by {{ id }})
{%- endmacro %}

{# Ids of a group, of which rows may hold several, as one sorted string: each once. #}
{% macro words_in_one(ids) -%}
    {{ adapter.dispatch('words_in_one', 'yusuan')(ids) }}
{%- endmacro %}

{% macro default__words_in_one(ids) -%}
    nullif(array_join(array_sort(array_distinct(flatten(collect_list(split({{ ids }}, ' '))))), ' '), '')
{%- endmacro %}

{% macro duckdb__words_in_one(ids) -%}
    nullif(array_to_string(list_sort(list_distinct(flatten(list(string_split({{ ids }}, ' '))))), ' '), '')
{%- endmacro %}

{# The same of one row's ids, apart by spaces. #}
{% macro sorted_words(ids) -%}
    {{ adapter.dispatch('sorted_words', 'yusuan')(ids) }}
{%- endmacro %}

{% macro default__sorted_words(ids) -%}
    nullif(array_join(array_sort(array_distinct(split({{ ids }}, ' '))), ' '), '')
{%- endmacro %}

{% macro duckdb__sorted_words(ids) -%}
    nullif(array_to_string(list_sort(list_distinct(string_split({{ ids }}, ' '))), ' '), '')
{%- endmacro %}

{# Whole numbers of a group as one text, each once, in their order; NULL of none. #}
{% macro numbers_in_one(number) -%}
    {{ adapter.dispatch('numbers_in_one', 'yusuan')(number) }}
{%- endmacro %}

{% macro default__numbers_in_one(number) -%}
    nullif(array_join(transform(array_sort(collect_set({{ number }})), each -> cast(each as string)), ' '), '')
{%- endmacro %}

{% macro duckdb__numbers_in_one(number) -%}
    nullif(array_to_string(list_sort(list_distinct(list({{ number }}))), ' '), '')
{%- endmacro %}

{# A row's ids, apart by spaces: a row for each. #}
{% macro each_word(ids) -%}
    {{ adapter.dispatch('each_word', 'yusuan')(ids) }}
{%- endmacro %}

{% macro default__each_word(ids) -%}
    explode(split({{ ids }}, ' '))
{%- endmacro %}

{% macro duckdb__each_word(ids) -%}
    unnest(string_split({{ ids }}, ' '))
{%- endmacro %}

{# Texts of a group as one, in an order. #}
{% macro listed(text, separator, order) -%}
    {{ adapter.dispatch('listed', 'yusuan')(text, separator, order) }}
{%- endmacro %}

{% macro default__listed(text, separator, order) -%}
    string_agg({{ text }}, '{{ separator }}') within group (order by {{ order }})
{%- endmacro %}

{% macro duckdb__listed(text, separator, order) -%}
    string_agg({{ text }}, '{{ separator }}' order by {{ order }})
{%- endmacro %}
