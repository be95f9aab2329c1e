{# The kinds we know, and any other kind the extractor names. #}
with seen as (
    select statement_kind from {{ source('extracted', 'statement_lines') }}
    union
    select statement_kind from {{ source('extracted', 'projects') }}
    union
    select statement_kind from {{ source('extracted', 'indicators') }}
    union
    select statement_kind from {{ source('extracted', 'scores') }}
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
