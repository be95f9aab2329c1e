with keyed as (
    select
        *,
        document_id || ':' || fate || coalesce(':' || by_rule, '')
        || coalesce(':p' || cast(counted_page as string), '') as recount_id
    from {{ source('extracted', 'recounts') }}
)

select {{ contract_columns() }}
from keyed
order by recount_id
