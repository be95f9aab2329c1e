{# One row per printed function-code row of an expenditure statement, year, phase and fund. #}
{{ expenditure_rows(ref('int_statement_lines_owned'), ref('int_statements_described')) }}
