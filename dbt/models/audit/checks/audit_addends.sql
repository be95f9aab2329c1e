{#
    One row per check and operand, of all rules. `role` says how a part enters: as an addend of a sum, as numerator or
    denominator of a rate in percent; evidence enters neither. A figure that a rule meets twice in one sum is in it once.
    In eight tables, for the memory that a hundred rules in one statement take.
#}
{%-
    set parts = [
        'within_tables', 'of_balances', 'of_organisations', 'between_statements',
        'of_texts', 'of_projects', 'of_heads', 'of_indicators'
    ]
-%}
{% for rules in parts %}
select * from {{ ref('audit_addends_' ~ rules) }}
{{ 'union all' if not loop.last }}
{% endfor %}
