{# Disclosed figures of recognised statements. #}
with source as (
    select * from {{ source('extracted', 'statement_lines') }}
),

renamed as (
    select *
    from source
)

select * from renamed
