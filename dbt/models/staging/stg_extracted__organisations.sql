{# Names under which organisations are printed. #}
with source as (
    select * from {{ source('extracted', 'organisations') }}
),

renamed as (
    select *
    from source
)

select * from renamed
