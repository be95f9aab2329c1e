{# Amounts in the calculation basis of project forms. #}
with source as (
    select * from {{ source('extracted', 'estimate_amounts') }}
),

renamed as (
    select *
    from source
)

select * from renamed
