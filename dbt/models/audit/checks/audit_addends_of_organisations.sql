{{ addends_of(['organisations']) }}
