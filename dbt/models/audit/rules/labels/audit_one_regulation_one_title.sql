{#
    Identity 20: two titles that differ only in words that tell no regulation from another (加快 for 促进, 发展 left out)
    are asked about, the rarer against the more usual; not where their document numbers differ, nor where one is part of
    the other. A title stands against itself where it is cited again.
#}
with titles as (
    select
        *,
        first_value(citation_id) over (
            partition by document_id, loose_title order by title_times desc, title_choice nulls last, place nulls last
        ) as usual_id_of_words
    from {{ ref('audit_cited') }}
)

select {{ enters('one_regulation_one_title', 'others.citation_id', 'usual.citation_id') }}
from titles as others
inner join titles as usual on others.usual_id_of_words = usual.citation_id
where
    others.citation_id <> usual.citation_id
    and (
        (
            others.title_choice = 1
            and others.title_key not like '%' || usual.title_key || '%'
            and usual.title_key not like '%' || others.title_key || '%'
            and coalesce(others.title_number, usual.title_number, '')
            = coalesce(usual.title_number, others.title_number, '')
        )
        or (
            others.title_as_printed = usual.title_as_printed
            and coalesce(others.number_as_printed, '') = coalesce(usual.number_as_printed, '')
        )
    )
