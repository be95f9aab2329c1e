{# The kinds we know, and any other kind the extractor names. #}
with seen as (
    {% for name in ['statement_lines', 'projects', 'indicators', 'scores'] %}
    select statement_kind from {{ source('extracted', name) }}
    {{ and_kept('fct_' ~ name, 'statement_kind') }}
    union
    {% endfor %}
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
