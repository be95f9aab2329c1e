{{ addends_of(['balances', 'procurement']) }}
