{# Every number seen, with what became of it. #}
with source as (
    select * from {{ source('extracted', 'ledger') }}
),

renamed as (
    select *
    from source
)

select * from renamed
