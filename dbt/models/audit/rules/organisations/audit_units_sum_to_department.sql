{#
    Identity 3: the total rows of the units sum to their department's, in tables that print both. Zero units may be
    left out; a department that is listed again below its total is one of its units. A row that is not a total is a
    body's where it is its only one; in a list of projects it may be a kind of project.
#}
with totals as (
    select
        *,
        count(*) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, is_comparative, fund, measure
        ) as rows_of_body
    from {{ ref('audit_figures') }}
    where
        code is null
        and project_name is null
        and side = ''
        and coalesce(item, case when family <> 'projects' then 'total' end) = 'total'
        and family in ('expenditure', 'three_public', 'procurement', 'projects', 'basic')
    qualify item is not null or rows_of_body = 1
)

select {{ addend('units_sum_to_department') }}
from totals as anchors
inner join totals as parts
    on
        {{ same_time() }}
        and anchors.table_number = parts.table_number
        and anchors.fund = parts.fund
        and anchors.measure = parts.measure
        and anchors.organisation = parts.department
where
    anchors.organisation_kind = 'department' and not anchors.is_own_unit
    and (parts.organisation_kind in ('own_level', 'unit') or parts.is_own_unit)
