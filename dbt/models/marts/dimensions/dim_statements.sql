{# The kinds we know, and any other kind the extractor names. #}
with seen as (
    select statement_kind from {{ ref('stg_extracted__statement_lines') }}
    union
    select statement_kind from {{ ref('stg_extracted__projects') }}
    union
    select statement_kind from {{ ref('stg_extracted__indicators') }}
    union
    select statement_kind from {{ ref('stg_extracted__scores') }}
    union
    select statement_kind from {{ ref('statements') }}
)

select
    seen.statement_kind,
    statements.title,
    statements.family,
    statements.fund,
    statements.expenditure_basis,
    statements.project_source,
    statements.covers
from seen
left join {{ ref('statements') }} as statements on seen.statement_kind = statements.statement_kind
order by statement_kind
