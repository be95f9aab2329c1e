{# A level bears what is said of its change; the change, its base and its rates have rows of their own beside it. #}
with prose as (
    select * from {{ ref('int_prose_amounts_owned') }}
),

changes as (
    select
        document_id,
        level_id,
        max(case when role = 'change' then direction * amount_cny end) as change_cny,
        max(case when role = 'base' then fiscal_year end) as base_year,
        max(case when role = 'growth' then direction * value end) as percentage
    from prose
    where role in ('change', 'base', 'growth')
    group by document_id, level_id
)

select
    prose.document_id,
    prose.table_number,
    prose.row_number,
    prose.column_number,
    prose.page,
    prose.sequence,
    prose.line,
    prose.span_start,
    prose.span_end,
    prose.prose_id,
    prose.value_as_printed,
    prose.unit_as_printed,
    prose.value,
    prose.decimals,
    prose.amount_cny,
    prose.role,
    prose.level_id,
    prose.base_id,
    prose.whole_id,
    prose.subject,
    prose.topic,
    prose.base_topic,
    prose.code,
    prose.names,
    prose.project_name,
    prose.organisation_id,
    prose.organisation,
    prose.department,
    prose.fiscal_year,
    prose.phase,
    prose.horizon,
    coalesce(prose.direction, cast(sign(changes.change_cny) as integer)) as direction,
    {{ money("coalesce(changes.change_cny, case when prose.direction = 0 and prose.role = 'level' then 0 end)") }} as change_cny,
    coalesce(prose.base_year, changes.base_year) as base_year,
    prose.base_phase,
    cast(changes.percentage as decimal(28, 6)) as percentage,
    prose.reason,
    prose.paragraph,
    prose.reading_status,
    prose.ledger_id
from prose
left join changes on prose.document_id = changes.document_id and prose.prose_id = changes.level_id
order by document_id, sequence, span_start, prose_id
