{# Printed performance indicators. #}
with source as (
    select * from {{ source('extracted', 'indicators') }}
),

renamed as (
    select *
    from source
)

select * from renamed
