{{ addends_of(['indicators', 'scores']) }}
