{#
    Identity 10 (and 12): an amount that the text states for a project is one that its row or form prints. Said again in
    the same paragraph, it is one statement. A number that stands in a table that nobody read is not held against others.
#}
with nearest as (
    select
        *,
        row_number() over (
            partition by document_id, paragraph, ledger_id, amount_cny
            order by sequence nulls last, span_start nulls last
        ) as saying
    from {{ ref('audit_stated_candidates') }}
    where nearness = 1 and not is_among_unread and topic = 'project'
)

select 'text_equals_project' as rule_id, prose_id as anchor_id, ledger_id as part_id, 1 as sign, 'addend' as role
from nearest
where saying = 1
