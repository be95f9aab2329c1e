{# The columns of a three-public statement, in the order of the contract. #}
{% macro three_public_measures() %}
    {{ return([
        'total', 'abroad', 'reception', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'meeting', 'training'
    ]) }}
{% endmacro %}
