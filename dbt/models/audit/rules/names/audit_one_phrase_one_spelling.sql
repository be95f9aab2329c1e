{#
    Identity 20: a long phrase that is printed again is printed with the same letters. The later place stands against the
    earlier one; which of them is right nobody knows. Names of codes, and of the issuer over tables, are other rules'.
#}
with names as (
    select document_id, name_as_printed as name from {{ ref('audit_code_names') }}
    union
    select document_id, name_as_printed from {{ ref('fct_code_mentions') }}
    union
    select document_id, label_as_printed from {{ ref('fct_labels') }}
    where kind in ('issuer', 'region') and label_as_printed <> label_meant
),

phrases as (
    select
        label_id,
        document_id,
        words,
        label_as_printed,
        row_number() over (
            partition by document_id, words
            order by sequence nulls last, span_start nulls last, column_number nulls last, label_as_printed nulls last
        ) as choice
    from {{ ref('fct_labels') }} as labels
    where
        kind = 'phrase'
        and not exists (
            select 1 from names
            where
                labels.document_id = names.document_id
                and (
                    names.name in (labels.label_as_printed, labels.label_meant)
                    or (length(names.name) >= 8 and labels.label_as_printed like '%' || names.name || '%')
                )
        )
)

select {{ enters('one_phrase_one_spelling', 'later.label_id', 'earlier.label_id') }}
from phrases as later
inner join phrases as earlier
    on
        later.document_id = earlier.document_id
        and later.words = earlier.words
        and later.label_as_printed <> earlier.label_as_printed
        and later.choice > earlier.choice
