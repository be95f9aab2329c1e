{# The document that counts for each department, year and phase of three-public expenditure. #}
{{ additive_basis(ref('int_three_public_rows_pivoted')) }}
