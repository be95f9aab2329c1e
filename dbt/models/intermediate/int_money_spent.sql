{# What each document prints as spent of its own year: by fund, and of the 三公 statement by measure. #}
with lines as (
    select
        lines.document_id,
        lines.fund,
        case when statements.family = 'three_public' then lines.measure end as measure
    from {{ source('extracted', 'statement_lines') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where lines.amount_cny <> 0 and not lines.is_comparative
)

select
    document_id,
    fund as money
from lines
where fund is not null

union

select
    document_id,
    case when measure like 'vehicle%' then 'vehicle' else measure end as money
from lines
where measure is not null
