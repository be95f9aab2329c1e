-- Every printed figure of a statement is a number of the ledger, and stands there as a fact with the same amount.
select lines.document_id, lines.table_number, lines.row_number, lines.column_number, lines.ledger_id
from {{ ref('fct_statement_lines') }} as lines
left join {{ ref('fct_ledger') }} as ledger on lines.ledger_id = ledger.ledger_id
where
    lines.disclosure = 'figure'
    and (
        ledger.ledger_id is null
        or ledger.disposition <> 'fact'
        or ledger.amount_cny is distinct from lines.amount_cny
    )
