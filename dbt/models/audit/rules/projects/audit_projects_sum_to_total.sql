{#
    Identity 12: the projects of a unit in a list sum to the total that the list prints for it, by fund where it prints
    columns of several; the tasks of an organisation, basic expenditure among them, to the total of its targets (identity
    13). Not in tables that hold a number without a meaning, nor for a total over several units: a department's own, where
    it has units, is the lesser.
#}
with unmapped as (
    select distinct document_id, table_number
    from {{ ref('fct_ledger') }}
    where disposition = 'unmapped'
),

figures as (
    select figures.*
    from {{ ref('audit_figures') }} as figures
    left join unmapped
        on {{ same_table('figures', 'unmapped') }}
    where
        figures.statement_kind in ('budget_projects', 'unit_targets', 'unit_self_evaluation')
        and figures.measure in ('approved', 'revised', 'executed', 'fiscal_appropriation')
        and unmapped.document_id is null
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
