{#
    Identity 12: the projects of a unit in a list sum to the total that the list prints for it, by fund where it prints
    columns of several; the tasks of an organisation, basic expenditure among them, to the total of its targets (identity
    13). Not in tables that hold a number without a meaning, nor for a total over several units: a department's own, where
    it has units, is the lesser.
#}
with figures as (
    {{ figures_of_whole_tables(
        ['budget_projects', 'unit_targets', 'unit_self_evaluation'],
        ['approved', 'revised', 'executed', 'fiscal_appropriation']
    ) }}
)

select {{ addend('projects_sum_to_total') }}
from figures as anchors
inner join figures as parts
    on
        {{ same_subject() }}
        and anchors.table_number = parts.table_number
        and anchors.measure = parts.measure
        and (anchors.fund = parts.fund or anchors.column_number = parts.column_number)
where
    anchors.item = 'total'
    and anchors.project_name is null
    and parts.project_name is not null
    and parts.row_role = 'leaf'
    and (
        coalesce(anchors.organisation_kind, '') <> 'department'
        or coalesce(anchors.has_units, 0) = 0
        or anchors.is_own_unit
    )
