{# Figures of the text that a table prints too. #}
with source as (
    select * from {{ source('extracted', 'mentions') }}
),

renamed as (
    select *
    from source
)

select * from renamed
