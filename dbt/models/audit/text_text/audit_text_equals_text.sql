{#
    Identity 10: the text states one amount for one thing. Set against the first statement of the same topic, code or
    project of an organisation, year, phase and quarter, where no table prints it: there the table decides.
#}
with stated as (
    select
        prose.*,
        first_value(prose.prose_id) over (
            partition by
                prose.document_id, prose.organisation, prose.topic, prose.code, prose.project_name, prose.names,
                prose.fiscal_year, prose.phase, prose.horizon
            order by prose.sequence, prose.span_start
        ) as first_id
    from {{ ref('fct_prose_amounts') }} as prose
    left join {{ ref('audit_stated_candidates') }} as candidates
        on prose.prose_id = candidates.prose_id and candidates.nearness = 1
    where
        prose.role in ('level', 'base')
        and prose.amount_cny is not null
        and prose.topic is not null
        and (prose.topic <> 'function' or prose.code is not null)
        and prose.phase is not null
        and candidates.prose_id is null
)

select 'text_equals_text' as rule_id, prose_id as anchor_id, first_id as part_id, 1 as sign, 'addend' as role
from stated
where prose_id <> first_id
