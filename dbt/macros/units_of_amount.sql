{# Derived from dagster_project/extraction/knowledge by `python -m dagster_project.derived`; do not edit. #}
{# The units of amount, each with its yuan. #}
{% macro units_of_amount() -%}
    {{ return({
        '元': 1,
        '百元': 100,
        '千元': 1000,
        '万元': 10000,
        '百万元': 1000000,
        '亿元': 100000000,
    }) }}
{%- endmacro %}
