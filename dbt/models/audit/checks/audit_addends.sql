{#
    One row per check and operand, of all rules. `role` says how a part enters: as an addend of a sum, as numerator or
    denominator of a rate in percent; evidence enters neither.
#}
{% for rule in audit_rules() %}
select rule_id, anchor_id, part_id, sign, role from {{ ref('audit_' ~ rule) }}
{{ 'union all' if not loop.last }}
{% endfor %}
