{# One row per check and addend, of all rules. #}
{% set models = [
    'audit_01_balances', 'audit_01_funds', 'audit_01_income_items', 'audit_02_hierarchy', 'audit_03_rows',
    'audit_03_units', 'audit_03_usage', 'audit_04_totals', 'audit_04_carry_over', 'audit_05_funds', 'audit_06_basic',
    'audit_07_three_public', 'audit_08_budget_summaries', 'audit_08_fund_tables', 'audit_08_names',
    'audit_08_renamed', 'audit_08_units', 'audit_13_funding'
] %}
{% for model in models %}
select rule_id, anchor_id, part_id, sign from {{ ref(model) }}
{% if not loop.last %}union all{% endif %}
{% endfor %}
