{# Identity 1: income of the year, opening balance and surplus used sum to total income, for each fund. #}
{{ side_adds_up('income_side_adds_up', 'income_grand_total', 'income_total', ['opening_balance', 'use_of_surplus']) }}
