{# What persons hold of findings. #}
with source as (
    select * from {{ source('stated', 'findings_review') }}
),

renamed as (
    select *
    from source
)

select * from renamed
