{# Identity 10: the text tells one number of towns, villages or streets of one place; the later one against the first. #}
with counted as (
    select
        label_id,
        document_id,
        words,
        row_number() over (
            partition by document_id, words
            order by sequence nulls last, span_start nulls last, column_number nulls last
        ) as choice
    from {{ ref('fct_labels') }}
    where kind = 'parts_of_place'
)

select
    'parts_of_a_place_are_one_number' as rule_id,
    later.label_id as anchor_id,
    earlier.label_id as part_id,
    1 as sign,
    'addend' as role
from counted as later
inner join counted as earlier
    on
        later.document_id = earlier.document_id
        and later.words = earlier.words
        and later.choice = 2 and earlier.choice = 1
