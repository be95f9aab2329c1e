{#
    Identity 16: what a final account carries over from the year before is what the final account of that year left, in
    each summary and for each fund. A query: balances are adjusted between years.
#}
select {{ addend('opening_equals_last_closing') }}
from {{ ref('audit_figures') }} as anchors
inner join {{ ref('audit_last_documents') }} as documents
    on anchors.document_id = documents.document_id and anchors.fiscal_year = documents.fiscal_year
inner join {{ ref('audit_figures') }} as parts
    on
        documents.last_document_id = parts.document_id
        and anchors.organisation_id = parts.organisation_id
        and anchors.fiscal_year = parts.fiscal_year + 1
        and anchors.phase = parts.phase
        and anchors.statement_kind = parts.statement_kind
        and anchors.fund = parts.fund
where
    anchors.family = 'balance' and anchors.phase = 'executed' and anchors.printing = 1 and parts.printing = 1
    and anchors.measure = 'amount' and parts.measure = 'amount'
    and anchors.item = 'opening_balance' and parts.item = 'closing_balance'
