{{ addends_of(['hierarchy', 'components']) }}
