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

{# What a column of a row is to its total, by the row's family: total, printed, part, refused; else NULL. #}
{% macro place_in_row(family, measure) -%}
    case
    {%- for split in row_splits() %}
        when {{ family }} = '{{ split.family }}' then
            case
                when {{ measure }} = '{{ split.total }}' then 'total'
                when {{ measure }} in ('{{ split.printed | join("', '") }}') then 'printed'
                when {{ measure }} in ('{{ split.parts | join("', '") }}') then 'part'
                {%- if split.refused %}
                when {{ measure }} in ('{{ split.refused | join("', '") }}') then 'refused'
                {%- endif %}
            end
    {%- endfor %}
    end
{%- endmacro %}

{# How many columns a table of a family must print for its totals to be their sum. #}
{% macro columns_to_print(family) -%}
    case {{ family }}
    {%- for split in row_splits() %}
        when '{{ split.family }}' then {{ split.printed | length }}
    {%- endfor %}
    end
{%- endmacro %}
