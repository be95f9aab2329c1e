{# Which project rows count, and for which of their amounts: see the docs block `which_projects_count`. #}
with rows as (
    select
        *,
        {{ owner('projects') }} as owner,
        case
            when coalesce(executed_cny, revised_cny) is not null then 'outturn'
            when approved_cny is not null then 'approved'
        end as phase
    from {{ ref('int_projects_keyed') }} as projects
),

chosen as (
    select
        rows.document_id,
        rows.table_number,
        rows.row_number,
        rows.phase,
        max(case when sources.phase = rows.phase then 1 else 0 end) = 1 as counts,
        max(case when sources.phase = 'approved' and rows.approved_cny is not null then 1 else 0 end) = 1
            as counts_approved
    from rows
    left join {{ ref('int_project_sources_chosen') }} as sources
        on
            rows.owner = sources.owner
            and rows.fiscal_year = sources.fiscal_year
            and rows.document_id = sources.document_id
            and rows.project_source = sources.project_source
            and (sources.covered = '' or rows.organisation_id = sources.covered)
            and not rows.is_basic
    group by rows.document_id, rows.table_number, rows.row_number, rows.phase
)

select
    document_id,
    table_number,
    row_number,
    counts as is_additive,
    case
        when phase = 'outturn' and counts and counts_approved then 'approved, outturn'
        when counts then phase
    end as additive_amounts
from chosen
