{#
    One row per check and operand, of all rules. `role` says how a part enters: as an addend of a sum, as numerator or
    denominator of a rate in percent; evidence enters neither. A figure that a rule meets twice in one sum is in it once.
#}
select rule_id, anchor_id, part_id, cast(max(sign) as integer) as sign, role
from (
{% for rule in audit_rules() %}
select rule_id, anchor_id, part_id, sign, role from {{ ref('audit_' ~ rule) }}
{{ 'union all' if not loop.last }}
{% endfor %}
) as addends
group by rule_id, anchor_id, part_id, role
