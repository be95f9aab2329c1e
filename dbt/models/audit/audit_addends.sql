{#
    One row per check and operand, of all rules. `role` says how a part enters: as an addend of a sum, as numerator or
    denominator of a rate in percent, as a factor of a product.
#}
{% set sums = [
    'audit_01_balances', 'audit_01_funds', 'audit_01_income_items', 'audit_02_hierarchy', 'audit_03_rows',
    'audit_03_units', 'audit_03_usage', 'audit_04_totals', 'audit_04_carry_over', 'audit_05_funds', 'audit_06_basic',
    'audit_07_three_public', 'audit_08_budget_summaries', 'audit_08_fund_tables', 'audit_08_names',
    'audit_08_renamed', 'audit_08_units', 'audit_13_funding'
] %}
{# Models with roles of their own. #}
{% set others = [
    'audit_change_from_tables', 'audit_increase_within_level', 'audit_rate_equals_rate', 'audit_rate_in_one_unit',
    'audit_stated_change', 'audit_stated_growth', 'audit_stated_rate', 'audit_stated_share', 'audit_text_equals_project',
    'audit_text_equals_table', 'audit_text_equals_text', 'audit_text_parts_sum'
] %}
{% for model in sums %}
select rule_id, anchor_id, part_id, sign, 'addend' as role from {{ ref(model) }}
{{ 'union all' if not loop.last or others }}
{% endfor %}
{% for model in others %}
select rule_id, anchor_id, part_id, sign, role from {{ ref(model) }}
{{ 'union all' if not loop.last }}
{% endfor %}
