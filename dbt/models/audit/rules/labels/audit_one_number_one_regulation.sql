{#
    Identity 20: a document number belongs to one regulation. A title that is part of the other is that title cut short;
    each other title, where first cited with the number, stands against the first.
#}
with numbered as (
    select
        *,
        first_value(citation_id) over (partition by document_id, number order by place nulls last) as first_id
    from {{ ref('audit_cited') }}
    where number is not null
)

select {{ enters('one_number_one_regulation', 'others.citation_id', 'firsts.citation_id') }}
from numbered as others
inner join numbered as firsts on others.first_id = firsts.citation_id
where
    others.citation_id <> firsts.citation_id
    and (
        (
            others.number_choice = 1
            and others.title_key not like '%' || firsts.title_key || '%'
            and firsts.title_key not like '%' || others.title_key || '%'
        )
        or (
            others.title_as_printed = firsts.title_as_printed
            and others.number_as_printed = firsts.number_as_printed
        )
    )
