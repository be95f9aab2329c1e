{# What the document calls itself. #}
with source as (
    select * from {{ source('extracted', 'labels') }}
),

renamed as (
    select
        *,
        concat_ws(
            ':', document_id, 'l' || cast(sequence as string), 'c' || cast(column_number as string),
            's' || cast(span_start as string), kind
        ) as label_id
    from source
)

select * from renamed
