{#
    Identity 20: a regulation that one document cites with the document numbers of two years may have been issued anew,
    or one of them is wrong: which of both applies is asked. Not of two offices' papers, nor of notices of each year.
#}
select {{ enters('regulation_is_cited_in_one_issue', 'others.citation_id', 'usual.citation_id') }}
from {{ ref('audit_cited') }} as others
inner join {{ ref('audit_cited') }} as usual on others.usual_id = usual.citation_id
where
    others.citation_id <> usual.citation_id
    and (
        (
            others.number_year <> usual.number_year and others.number_choice = 1
            and split_part(others.number, '〔', 1) = split_part(usual.number, '〔', 1)
            and not regexp_matches(others.title_key, '{{ words('notices_of_money') }}|{{ words('notices_of_each_year') }}')
        )
        or (
            others.number = usual.number
            and others.title_as_printed = usual.title_as_printed
            and others.number_as_printed = usual.number_as_printed
        )
    )
