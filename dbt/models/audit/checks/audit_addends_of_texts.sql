{{ addends_of(['text_table', 'text_text', 'arithmetic', 'units', 'labels', 'names', 'completeness']) }}
