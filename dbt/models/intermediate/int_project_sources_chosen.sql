{#
    The one source of projects that counts for an owner (department; organisation where no department document
    exists), fiscal year and phase: see the docs block `which_projects_count`.
#}
with phased as (
    select *, 'approved' as phase, approved_cny as amount_cny from {{ ref('int_projects_keyed') }}
    union all
    select *, 'outturn' as phase, coalesce(executed_cny, revised_cny) as amount_cny from {{ ref('int_projects_keyed') }}
),

without_basic as (
    select
        *,
        project_source <> 'tasks'
        or max(case when is_basic then 1 else 0 end) over (partition by document_id, project_source) = 1
            as tells_projects
    from phased
),

sources as (
    select
        {{ owner('phased') }} as owner,
        phased.fiscal_year,
        phased.phase,
        phased.document_id,
        phased.project_source,
        case
            when documents.document_scope = 'department' then ''
            else coalesce(phased.organisation_id, '')
        end as covered,
        count(*) as row_count,
        max(phased.unit_factor) as unit_factor,
        sum(phased.amount_cny) as total_cny,
        sum({{ half_unit('0', 'phased.unit_factor') }}) as rounding_cny
    from without_basic as phased
    inner join {{ ref('int_documents_described') }} as documents on phased.document_id = documents.document_id
    where
        documents.is_current
        and phased.tells_projects
        and not phased.is_basic
        and phased.amount_cny is not null
        and phased.project_source is not null
    group by 1, 2, 3, 4, 5, 6
),

wide as (
    select *, min(covered) over (partition by owner, fiscal_year, phase) as widest
    from sources
),

complete as (
    select
        *,
        first_value(total_cny) over most_complete as complete_cny,
        first_value(rounding_cny) over most_complete as complete_rounding_cny
    from wide
    where covered = '' or widest <> ''
    window most_complete as (
        partition by owner, fiscal_year, phase, covered
        order by
            case when project_source = 'summary' then 0 else 1 end, total_cny desc, document_id,
            project_source nulls last
    )
),

ranked as (
    select
        *,
        row_number() over (
            partition by owner, fiscal_year, phase, covered
            order by unit_factor nulls last, row_count desc, document_id, project_source nulls last
        ) as choice
    from complete
    where abs(complete_cny - total_cny) <= complete_rounding_cny + rounding_cny
)

select owner, fiscal_year, phase, document_id, project_source, covered
from ranked
where choice = 1
