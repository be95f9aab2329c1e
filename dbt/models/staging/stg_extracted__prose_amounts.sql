{# Amounts stated in prose. #}
with source as (
    select * from {{ source('extracted', 'prose_amounts') }}
),

renamed as (
    select *
    from source
)

select * from renamed
