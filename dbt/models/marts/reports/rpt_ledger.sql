select
    ledger.ledger_id,
    documents.document_file,
    ledger.page,
    ledger.line,
    ledger.table_title,
    ledger.row_label,
    ledger.column_label,
    ledger.value_as_printed,
    ledger.unit_as_printed,
    ledger.unit_applied,
    ledger.amount_cny,
    ledger.fiscal_year,
    ledger.phase,
    ledger.disposition,
    ledger.reason,
    ledger.reading_status,
    ledger.table_number,
    ledger.row_number,
    ledger.column_number
from {{ ref('fct_ledger') }} as ledger
inner join {{ ref('dim_documents') }} as documents on ledger.document_id = documents.document_id
order by document_file, table_number nulls last, row_number nulls last, column_number nulls last, line nulls last, ledger_id
