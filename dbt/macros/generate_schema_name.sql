{#
    Schemas are named as configured, without the target's prefix: staging, intermediate, marts, audit. On a server that
    others use, too, the name of the build stands before them.
#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ env_var('YUSUAN_SCHEMA_PREFIX', '') }}{{ custom_schema_name | trim if custom_schema_name else target.schema }}
{%- endmacro %}
