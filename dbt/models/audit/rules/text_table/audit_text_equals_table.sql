{#
    Identity 10: an amount stated in the text is one that the tables print for its topic or function code. Said again in
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
    where nearness = 1 and not is_among_unread and not coalesce(is_of_one_fund, false) and topic <> 'project'
)

select 'text_equals_table' as rule_id, prose_id as anchor_id, ledger_id as part_id, 1 as sign, 'addend' as role
from nearest
where saying = 1
