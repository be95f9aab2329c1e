{#
    What each document prints as spent in its year, all funds, and from when a difference is material: the lower of a
    share of it and a sum, both settings (vars of dbt_project.yml).
#}
with totals as (
    select document_id, max(amount_cny) as spending_cny
    from {{ ref('audit_figures') }}
    where
        not is_comparative
        and (
            (family = 'balance' and year_item = 'expenditure_total')
            or (family = 'expenditure' and item = 'total' and measure = 'total')
        )
    group by document_id
)

select
    documents.document_id,
    totals.spending_cny,
    least(
        {{ var('materiality_cny') }},
        coalesce(nullif(totals.spending_cny, 0) * {{ var('materiality_share') }}, {{ var('materiality_cny') }})
    ) as materiality_cny
from {{ ref('dim_documents') }} as documents
left join totals on documents.document_id = totals.document_id
