{# Heads, posts and vehicles stated in prose. #}
with source as (
    select * from {{ source('extracted', 'headcounts') }}
),

renamed as (
    select
        *,
        cast(null as integer) as table_number,
        cast(null as integer) as row_number
    from source
)

select * from renamed
