{# Calculations that texts state with their result. #}
with source as (
    select * from {{ source('extracted', 'calculations') }}
),

renamed as (
    select *
    from source
)

select * from renamed
