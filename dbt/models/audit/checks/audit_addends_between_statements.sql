{{ addends_of(['statements']) }}
