{{ addends_of(['projects']) }}
