{# Printed rows of scoring tables. #}
with source as (
    select * from {{ source('extracted', 'scores') }}
),

renamed as (
    select *
    from source
)

select * from renamed
