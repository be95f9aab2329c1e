{#
    Identity 20: in one document a regulation has one document number. Each other number of the year, where first cited,
    stands against the usual one, and so does each citation printed as that one is. Numbers of two years may be two
    issues of the regulation, and are another rule's. Numbers of two offices are of two papers, and so are those of notices
    that give out money each time under one title.
#}
select {{ enters('one_regulation_one_number', 'others.citation_id', 'usual.citation_id') }}
from {{ ref('audit_cited') }} as others
inner join {{ ref('audit_cited') }} as usual on others.usual_id = usual.citation_id
where
    others.citation_id <> usual.citation_id
    and (
        (
            others.number <> usual.number and others.number_year = usual.number_year and others.number_choice = 1
            and split_part(others.number, '〔', 1) = split_part(usual.number, '〔', 1)
            and not regexp_matches(others.title_key, '{{ words('notices_of_money') }}')
        )
        or (
            others.number = usual.number
            and others.title_as_printed = usual.title_as_printed
            and others.number_as_printed = usual.number_as_printed
        )
    )
