{#
    Identity 16: what the text states of the year before equals what the tables of that year's own document print for
    the topic or function code. Of several figures that it may mean, the nearest. Not what is stated of a part: the basic
    expenditure of a code is not the organisation's. A query, as for comparatives.
#}
with stated as (
    select prose.*, documents.last_document_id
    from {{ ref('audit_stated_levels') }} as prose
    inner join {{ ref('audit_last_documents') }} as documents
        on prose.document_id = documents.document_id and prose.fiscal_year = documents.fiscal_year - 1
    where
        prose.is_of_organisation and prose.horizon = 'year'
        and documents.last_kind = case when prose.phase = 'approved' then 'budget' else 'final_account' end
),

figures as (
    select * from {{ ref('audit_figures') }} where not is_comparative
),

meant as (
    select stated.prose_id, figures.ledger_id
    from stated
    inner join {{ ref('topics') }} as topics on stated.topic = topics.topic
    inner join figures on stated.last_document_id = figures.document_id and {{ is_of_topic() }}
    union
    select stated.prose_id, figures.ledger_id
    from stated
    inner join figures on stated.last_document_id = figures.document_id and stated.code = figures.code
    where stated.topic = 'function' and figures.family = 'expenditure' and figures.measure = 'total'
),

candidates as (
    select
        stated.prose_id,
        figures.ledger_id,
        row_number() over (
            partition by stated.prose_id
            order by abs(stated.amount_cny - figures.amount_cny) nulls last, figures.table_number nulls last,
                figures.row_number nulls last,
                figures.column_number nulls last
        ) as nearness
    from meant
    inner join stated on meant.prose_id = stated.prose_id
    inner join figures on meant.ledger_id = figures.ledger_id
    where
        stated.organisation_id = figures.organisation_id
        and stated.fiscal_year = figures.fiscal_year
        and stated.phase = figures.phase
)

select {{ enters('text_equals_last_year', 'prose_id', 'ledger_id') }}
from candidates
where nearness = 1
