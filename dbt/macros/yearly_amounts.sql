{#
    The models of amounts by year have one shape. These are the columns of what an amount is not about.
#}
{% macro no_function() -%}
    cast(null as varchar) as fund,
    cast(null as varchar) as function_code
{%- endmacro %}

{% macro no_project() -%}
    cast(null as varchar) as project_id,
    cast(null as varchar) as project_code,
    cast(null as varchar) as project_name
{%- endmacro %}
