{# One row per printed function-code row of an expenditure statement, year, phase and fund. #}
{{ expenditure_rows(ref('fct_statement_lines'), ref('dim_statements')) }}
