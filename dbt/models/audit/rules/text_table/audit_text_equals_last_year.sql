{#
    Identity 16: what the text states of the year before equals what the tables of that year's own document print for
    the topic or function code. Of several figures that it may mean, the nearest. A query, as for comparatives.
#}
with stated as (
    select prose.*, documents.last_document_id
    from {{ ref('fct_prose_amounts') }} as prose
    inner join {{ ref('audit_last_documents') }} as documents
        on prose.document_id = documents.document_id and prose.fiscal_year = documents.fiscal_year - 1
    where
        prose.role in ('level', 'base') and prose.horizon = 'year' and prose.amount_cny is not null
        and documents.last_kind = case when prose.phase = 'approved' then 'budget' else 'final_account' end
),

meant as (
    select stated.*, topics.family, topics.fund, topics.side, topics.item, topics.measure
    from stated
    inner join {{ ref('topics') }} as topics on stated.topic = topics.topic
    union all
    select stated.*, 'expenditure' as family, null as fund, null as side, stated.code as item, 'total' as measure
    from stated
    where stated.topic = 'function'
),

candidates as (
    select
        meant.prose_id,
        figures.ledger_id,
        row_number() over (
            partition by meant.prose_id
            order by abs(meant.amount_cny - figures.amount_cny), figures.table_number, figures.row_number,
                figures.column_number
        ) as nearness
    from meant
    inner join {{ ref('audit_figures') }} as figures
        on
            meant.last_document_id = figures.document_id
            and meant.organisation_id = figures.organisation_id
            and meant.fiscal_year = figures.fiscal_year
            and meant.phase = figures.phase
            and meant.family = figures.family
            and meant.item = coalesce(figures.code, figures.item)
            and meant.measure = figures.measure
            and coalesce(meant.fund, figures.fund) = figures.fund
            and coalesce(meant.side, figures.side) = figures.side
    where not figures.is_comparative
)

select 'text_equals_last_year' as rule_id, prose_id as anchor_id, ledger_id as part_id, 1 as sign, 'addend' as role
from candidates
where nearness = 1
