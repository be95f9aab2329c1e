{# Tables that the contents announce. #}
with source as (
    select * from {{ source('extracted', 'announced_tables') }}
),

renamed as (
    select
        *,
        concat_ws(':', document_id, 'a' || cast(sequence as string)) as announcement_id
    from source
)

select * from renamed
