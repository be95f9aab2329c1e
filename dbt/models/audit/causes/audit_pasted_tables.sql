{#
    Where a table that meets nothing else in its document may come from: of its figures, by code or item and by measure,
    nearly all stand in the statement of the year before (its own document, or what this one prints beside it), of
    another body, or of another fund. Of several the one that explains most.
#}
{% set columns %}
    document_id, table_number, ledger_id, organisation_id, fiscal_year, phase, family, fund, side, measure, code, item,
    project_name, amount_cny, is_comparative
{%- endset %}
with figures as (
    select *, coalesce(code, item) as row_key
    from (
        select {{ columns }} from {{ ref('audit_figures') }}
        {{ and_kept('audit_figures', columns) }}
    ) as of_all_documents
    where amount_cny <> 0 and coalesce(code, item) is not null and project_name is null
),

apart as (
    select figures.*
    from figures
    inner join {{ ref('audit_tables_apart') }} as tables
        on {{ same_table('figures', 'tables') }}
    where not figures.is_comparative
),

alike as (
    select
        apart.document_id,
        apart.table_number,
        apart.ledger_id,
        others.document_id as from_document_id,
        others.table_number as from_table_number,
        case
            when others.fiscal_year < apart.fiscal_year then 'last_year'
            when others.organisation_id <> apart.organisation_id then 'other_organisation'
            else 'other_fund'
        end as source
    from apart
    inner join figures as others
        on
            apart.family = others.family
            and apart.row_key = others.row_key
            and apart.side = others.side
            and apart.measure = others.measure
            and apart.amount_cny = others.amount_cny
    left join {{ ref('audit_last_documents') }} as last_documents
        on apart.document_id = last_documents.document_id and others.document_id = last_documents.last_document_id
    where
        (
            others.fiscal_year = apart.fiscal_year - 1 and apart.fund = others.fund
            and (last_documents.document_id is not null or (others.document_id = apart.document_id and others.is_comparative))
        )
        or (
            others.fiscal_year = apart.fiscal_year and others.phase = apart.phase and apart.fund = others.fund
            and others.organisation_id <> apart.organisation_id
        )
        or (
            others.document_id = apart.document_id and others.fiscal_year = apart.fiscal_year
            and others.organisation_id = apart.organisation_id
            and others.table_number <> apart.table_number and others.fund <> apart.fund
        )
),

counted as (
    select document_id, table_number, source, from_document_id, from_table_number, count(distinct ledger_id) as matching
    from alike
    group by document_id, table_number, source, from_document_id, from_table_number
),

sizes as (
    select document_id, table_number, count(distinct ledger_id) as figures, count(distinct amount_cny) as amounts
    from apart
    group by document_id, table_number
),

ranked as (
    select
        counted.*,
        row_number() over (
            partition by counted.document_id, counted.table_number
            order by counted.matching desc, counted.source nulls last, counted.from_document_id nulls last,
                counted.from_table_number nulls last
        ) as choice
    from counted
    inner join sizes on {{ same_table('counted', 'sizes') }}
    where sizes.amounts > 2 and counted.matching >= 0.9 * sizes.figures
)

select document_id, table_number, source, from_document_id, from_table_number
from ranked
where choice = 1
