{#
    Identity 20: a regulation that one document cites with the document numbers of two years may have been issued anew,
    or one of them is wrong: which of both applies is asked.
#}
select
    'regulation_is_cited_in_one_issue' as rule_id, others.citation_id as anchor_id, usual.citation_id as part_id,
    1 as sign, 'addend' as role
from {{ ref('audit_cited') }} as others
inner join {{ ref('audit_cited') }} as usual on others.usual_id = usual.citation_id
where
    others.citation_id <> usual.citation_id
    and (
        (others.number_year <> usual.number_year and others.number_choice = 1)
        or (
            others.number = usual.number
            and others.title_as_printed = usual.title_as_printed
            and others.number_as_printed = usual.number_as_printed
        )
    )
