{# Names of function codes in prose. #}
with source as (
    select * from {{ source('extracted', 'code_mentions') }}
),

renamed as (
    select
        *,
        concat_ws(
            ':', document_id, 'n' || cast(sequence as string),
            's' || cast(span_start as string)
        ) as mention_id
    from source
)

select * from renamed
