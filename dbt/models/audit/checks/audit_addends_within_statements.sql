{{ addends_of(['hierarchy', 'components', 'balances', 'procurement']) }}
