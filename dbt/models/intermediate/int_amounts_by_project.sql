{#
    Approved, revised and executed money of each project: what counts of it, else the largest that is printed for it in
    a current document.
#}
{{ config(materialized='ephemeral') }}
with rows as (
    {% for phase in ['approved', 'revised', 'executed'] %}
    select
        projects.*,
        '{{ phase }}' as phase,
        projects.{{ phase }}_cny as amount_cny,
        projects.{{ phase }}_ledger_id as ledger_id,
        case
            when projects.additive_amounts like '%{{ 'approved' if phase == 'approved' else 'outturn' }}%' then 1
            else 0
        end as counts
    from {{ ref('int_projects_counted') }} as projects
    inner join {{ ref('int_documents_described') }} as documents on projects.document_id = documents.document_id
    where projects.{{ phase }}_cny is not null and documents.is_current and not projects.is_basic
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

ranked as (
    select
        *,
        row_number() over (
            partition by project_id, fiscal_year, phase
            order by counts desc, amount_cny desc, document_id, table_number nulls last, row_number nulls last
        ) as place
    from rows
)

select
    min(document_id) as document_id,
    min(organisation_id) as organisation_id,
    min(organisation) as organisation,
    min(department_id) as department_id,
    min(department) as department,
    'project' as level,
    'project' as subject,
    {{ no_function() }},
    max(counts) = 1 as is_counted,
    project_id,
    max(project_code) as project_code,
    min(project_name) as project_name,
    fiscal_year,
    phase,
    'table' as source,
    0 as distance,
    sum(amount_cny) as amount_cny,
    cast(null as decimal(20, 2)) as against_cny,
    cast(null as string) as carry_over_basis,
    cast(null as string) as units,
    cast(null as double) as step_cny,
    cast(count(*) as integer) as addends,
    min(page) as page,
    min(line) as line,
    case when count(*) = 1 then min(ledger_id) end as ledger_id,
    {{ ids_in_one('ledger_id') }} as operand_ids
from ranked
where counts = 1 or place = 1
group by project_id, fiscal_year, phase
