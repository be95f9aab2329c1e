{# Identity 1: expenditure of the year, closing balance and distribution sum to total expenditure, for each fund. #}
{{ side_adds_up(
    'expenditure_side_adds_up', 'expenditure_grand_total', 'expenditure_total', ['closing_balance', 'distribution']
) }}
