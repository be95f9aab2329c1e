{# The columns of this model, as its contract lists them: declared once, in its YAML. #}
{% macro contract_columns() -%}
    {{ model.columns | join(', ') }}
{%- endmacro %}
