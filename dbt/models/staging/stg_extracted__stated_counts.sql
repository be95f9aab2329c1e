{# Numbers of projects stated in prose. #}
with source as (
    select * from {{ source('extracted', 'stated_counts') }}
),

renamed as (
    select *
    from source
)

select * from renamed
