{#
    The columns that make up the total of a row, by family of statement. `printed` are those a table must print for its
    total to be their sum; money in a `refused` column may hold the others again or stand outside the total.
#}
{% macro row_splits() %}
    {{ return([
        {
            'family': 'expenditure', 'total': 'total', 'printed': ['basic', 'project'],
            'parts': ['basic', 'project', 'to_higher_level', 'operating', 'to_subordinates', 'reserve'],
            'refused': ['opening', 'use_of_surplus', 'closing']
        },
        {
            'family': 'balance', 'total': 'amount', 'printed': ['staff', 'public', 'project'],
            'parts': ['staff', 'public', 'project'], 'refused': ['basic']
        },
        {
            'family': 'basic', 'total': 'basic', 'printed': ['staff', 'public'],
            'parts': ['staff', 'public'], 'refused': []
        },
        {
            'family': 'income', 'total': 'total', 'printed': ['appropriation', 'other'],
            'parts': [
                'appropriation', 'fiscal_special_account', 'higher_level', 'business', 'operating_income', 'subordinate',
                'other'
            ],
            'refused': ['unit_funds', 'other_funds', 'opening', 'use_of_surplus']
        },
    ]) }}
{% endmacro %}
