{# Printed project rows and forms. #}
with source as (
    select * from {{ source('extracted', 'projects') }}
),

renamed as (
    select *
    from source
)

select * from renamed
