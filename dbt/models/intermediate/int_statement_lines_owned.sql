{# Disclosed figures of recognised statements with the keys of their organisation and its department. #}
{{ owned(source('extracted', 'statement_lines')) }}
