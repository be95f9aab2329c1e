{#
    Identity 3: the total rows of the units sum to their department's, in tables that print both. Zero units may be
    left out; a department that is listed again below its total is one of its units. In a list of projects a row that
    is not a total may be a kind of project.
#}
with totals as (
    select *
    from {{ ref('audit_figures') }}
    where
        code is null
        and project_name is null
        and side = ''
        and coalesce(item, case when family <> 'projects' then 'total' end) = 'total'
        and family in ('expenditure', 'three_public', 'procurement', 'projects', 'basic')
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
