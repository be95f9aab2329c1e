-- A blank or a dash is no number: not zero, and in no ledger.
select document_id, table_number, row_number, column_number, disclosure, amount_cny
from {{ ref('fct_statement_lines') }}
where disclosure <> 'figure' and (amount_cny is not null or ledger_id is not null)
