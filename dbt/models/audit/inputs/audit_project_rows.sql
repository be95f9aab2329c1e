{#
    The amounts of the year of single projects in the list of a document, with the name as two tables may be compared on
    it: of projects under performance management, by unit; where a document prints none, of its project summary. A list
    of some projects (重点项目) is no list of all, and neither is one beside which another names projects that it does
    not (新建项目, 续建项目: `is_of_all`).
#}
with lists as (
    select
        *,
        {{ comparable_name('project_name') }} as comparable_name,
        max(case when statement_kind = 'budget_projects' then 1 else 0 end) over (partition by document_id) as has_list
    from {{ ref('audit_figures') }}
    where
        ledger_id not in (
            select ledger_id from {{ ref('fct_ledger') }} where regexp_matches(table_title, '{{ words('sample') }}')
        )
        and statement_kind in ('budget_projects', 'budget_project_summary')
        and project_name is not null
        and row_role = 'leaf'
        and measure in ('approved', 'total', 'amount')
        and fund in ('', 'all')
        and not regexp_matches({{ comparable_name('project_name') }}, '{{ words('total_row') }}')
),

named as (
    select
        *,
        min(printing) over (
            partition by document_id, statement_kind, organisation, fiscal_year, phase, comparable_name
        ) as first_named
    from lists
    where statement_kind = 'budget_projects' or has_list = 0
),

completed as (
    select
        *,
        max(first_named) over (partition by document_id, statement_kind, organisation, fiscal_year, phase) = 1 as is_of_all
    from named
)

select *
from completed
where printing = 1
