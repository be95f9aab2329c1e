{#
    One row per check and operand, of all rules. `role` says how a part enters: as an addend of a sum, as numerator or
    denominator of a rate in percent, as a factor of a product.
#}
{% set sums = [
    'audit_01_balances', 'audit_01_funds', 'audit_01_income_items', 'audit_02_hierarchy', 'audit_03_rows',
    'audit_03_units', 'audit_03_usage', 'audit_04_totals', 'audit_04_carry_over', 'audit_05_funds', 'audit_06_basic',
    'audit_07_three_public', 'audit_08_budget_summaries', 'audit_08_fund_tables', 'audit_08_names',
    'audit_08_renamed', 'audit_08_units', 'audit_13_funding', 'audit_17_kinds', 'audit_17_restated', 'audit_17_units',
    'audit_18_scores', 'audit_18_weights', 'audit_19_mentions', 'audit_19_values', 'audit_19_wording'
] %}
{# Models with roles of their own. #}
{% set others = [
    'audit_19_execution_rate'
] %}
{% for model in sums %}
select rule_id, anchor_id, part_id, sign, 'addend' as role from {{ ref(model) }}
{{ 'union all' if not loop.last or others }}
{% endfor %}
{% for model in others %}
select rule_id, anchor_id, part_id, sign, role from {{ ref(model) }}
{{ 'union all' if not loop.last }}
{% endfor %}
