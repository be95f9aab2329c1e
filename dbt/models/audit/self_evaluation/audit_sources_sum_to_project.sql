{#
    Identity 13: the money of a self-evaluated project is the sum of its sources, in each column of the form. Only
    where two sources are printed, and no number of the form is without a meaning.
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
        on figures.document_id = unmapped.document_id and figures.table_number = unmapped.table_number
    where
        figures.statement_kind in ('project_self_evaluation', 'transfer_self_evaluation')
        and figures.measure in ('approved', 'revised', 'executed')
        and unmapped.document_id is null
),

pairs as (
    select
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        count(*) over (partition by anchors.ledger_id) as sources
    from figures as anchors
    inner join figures as parts
        on
            {{ same_subject() }}
            and anchors.table_number = parts.table_number
            and anchors.column_number = parts.column_number
    where
        anchors.item = 'total'
        and parts.item in ('fiscal_appropriation', 'higher_level', 'other_funds')
)

select
    'sources_sum_to_project' as rule_id,
    anchor_id,
    part_id,
    1 as sign,
    'addend' as role
from pairs
where sources > 1
