{{ addends_of(['organisations', 'statements']) }}
