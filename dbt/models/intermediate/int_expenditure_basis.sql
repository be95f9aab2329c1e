{# The document that counts for each department, year and phase of expenditure. #}
{{ additive_basis(ref('int_expenditure_derived')) }}
