{#
    Identity 10: the text states one amount for one thing. Set against the usual statement of the same topic, code or
    project of an organisation, year, phase and quarter, below the same whole, where no table prints it: there the table
    decides. Some months and others are two things. Where a table may not have been read, none can be said not to print it.
#}
with stated as (
    select prose.*
    from {{ ref('audit_stated_levels') }} as prose
    left join {{ ref('audit_stated_candidates') }} as candidates
        on prose.prose_id = candidates.prose_id and candidates.nearness = 1
    left join {{ ref('audit_unread') }} as unread on prose.document_id = unread.document_id
    where
        (prose.topic <> 'function' or prose.code is not null)
        and prose.phase is not null
        and prose.horizon <> 'months'
        and candidates.prose_id is null
        and unread.document_id is null
)

{{ usual_of(
    'text_equals_text', 'stated', 'amount_cny',
    ['document_id', 'organisation', 'topic', 'code', 'project_name', 'names', 'fiscal_year', 'phase', 'horizon', 'whole']
) }}
