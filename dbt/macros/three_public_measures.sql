{# The columns of a three-public statement, in the order of the contract. #}
{% macro three_public_measures() %}
    {{ return([
        'total', 'abroad', 'reception', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'meeting', 'training'
    ]) }}
{% endmacro %}

{#
    The rows that state one record together: a row of its own; or all, 0, where the measures stand one under the other,
    so that one column holds several.
#}
{% macro three_public_record(lines) -%}
    case
        when
            min({{ lines }}.measure) over (
                partition by {{ lines }}.document_id, {{ lines }}.table_number, {{ lines }}.column_number
            ) < max({{ lines }}.measure) over (
                partition by {{ lines }}.document_id, {{ lines }}.table_number, {{ lines }}.column_number
            )
            then 0
        else {{ lines }}.row_number
    end
{%- endmacro %}
