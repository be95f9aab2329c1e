{# What the document calls itself. #}
with source as (
    select * from {{ source('extracted', 'labels') }}
),

renamed as (
    select
        *,
        concat_ws(
            ':', document_id, 'l' || cast(sequence as varchar), 'c' || cast(column_number as varchar),
            's' || cast(span_start as varchar), kind
        ) as label_id
    from source
)

select * from renamed
