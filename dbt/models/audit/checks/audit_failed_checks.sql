{#
    The checks that did not pass, of operands read without doubt, with what can be said by them at most (`most`): what may
    be our slip accuses nobody, and what no identity could confirm proves nothing. Nor does what was recognised in a
    picture: a letter of a name is more often misread there than misprinted, so that two spellings are no error. A page, or
    a document without pages, is recognised where all its figures are; else such figures are by themselves. A table whose
    columns nobody drew does not accuse itself, unless an identity confirms how it was read; set against the text it asks.
#}
with pages as (
    select document_id, coalesce(page, 0) as page
    from {{ ref('fct_ledger') }}
    group by document_id, page
    having min(reading_method = 'ocr')
),

figures as (
    select ledger_id, reading_method from {{ ref('fct_ledger') }} where reading_method in ('ocr', 'aligned')
),

checks as (
    select
        checks.*,
        pages.document_id is not null or other_pages.document_id is not null
        or coalesce(figures.reading_method, '') = 'ocr' or coalesce(other_figures.reading_method, '') = 'ocr'
            as is_recognised,
        case when coalesce(figures.reading_method, '') = 'aligned' then 1 else 0 end
        + case when coalesce(other_figures.reading_method, '') = 'aligned' then 1 else 0 end as aligned
    from {{ ref('audit_checks') }} as checks
    left join pages on checks.document_id = pages.document_id and coalesce(checks.page, 0) = pages.page
    left join pages as other_pages
        on checks.document_id = other_pages.document_id and coalesce(checks.other_page, 0) = other_pages.page
    left join figures on checks.ledger_id = figures.ledger_id
    left join figures as other_figures on checks.first_part_id = other_figures.ledger_id
    where not checks.is_passed and not checks.is_doubtful
)

select
    *,
    case
        when is_recognised and (is_untested or comparison = 'same_text') then 'query'
        when aligned > 0 and is_untested then 'query'
        when is_recognised or is_untested then 'likely'
        else 'proven'
    end as most
from checks
where
    not (comparison = 'same_text' and not is_meant and is_recognised)
    and not (aligned = 2 and is_untested)
