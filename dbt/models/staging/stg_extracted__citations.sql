{# Regulations cited in prose and in text cells. #}
with source as (
    select * from {{ source('extracted', 'citations') }}
),

renamed as (
    select
        *,
        concat_ws(
            ':', document_id, 'q' || cast(sequence as string), 'c' || cast(column_number as string),
            's' || cast(span_start as string)
        ) as citation_id
    from source
)

select * from renamed
