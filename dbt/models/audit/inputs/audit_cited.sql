{#
    Citations with a title, so that titles compare: 的 is immaterial (`title_key`), and some words tell no regulation from
    another (`loose_title`). `usual_id` is the citation of the title with its most usual number, or its first.
#}
with keyed as (
    select *, {{ replace_all('title', words('immaterial'), '') }} as title_key
    from {{ ref('fct_citations') }}
    where length(title) >= 6
),

counted as (
    select
        *,
        {{ replace_all('title_key', words('common_words'), '') }} as loose_title,
        count(*) over (partition by document_id, title_key) as title_times,
        count(*) over (partition by document_id, title_key, number) as number_times,
        max(number) over (partition by document_id, title_key) as title_number,
        row_number() over (
            partition by document_id, title_key order by sequence nulls last, span_start nulls last
        ) as title_choice,
        row_number() over (
            partition by document_id, title_key, number order by sequence nulls last, span_start nulls last
        ) as number_choice,
        row_number() over (
            partition by document_id order by sequence nulls last, span_start nulls last, column_number nulls last
        ) as place
    from keyed
)

select
    document_id,
    citation_id,
    place,
    title_as_printed,
    title_key,
    loose_title,
    number_as_printed,
    number,
    substr(split_part(number, '〔', 2), 1, 4) as number_year,
    title_times,
    title_number,
    title_choice,
    number_choice,
    first_value(citation_id) over (
        partition by document_id, title_key
        order by case when number is null then 1 else 0 end, number_times desc, place nulls last
    ) as usual_id
from counted
