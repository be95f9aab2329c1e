with keyed as (
    select *, document_id || ':t' || cast(table_number as string) || ':' || decision as reading_id
    from {{ source('extracted', 'readings') }}
)

select {{ contract_columns() }}
from keyed
order by document_id, table_number, decision
