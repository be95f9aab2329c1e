{# What a person should look at. #}
with source as (
    select * from {{ source('extracted', 'issues') }}
),

renamed as (
    select *
    from source
)

select * from renamed
