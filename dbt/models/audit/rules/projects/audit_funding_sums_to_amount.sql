{#
    Identity 13: the amount of a project or task is the sum of the money that pays for it: in the columns of its row, or
    in the rows of its column of a form. The amount of the year and that of all years have each their own. Only where
    fiscal and other money have both a cell, once, of which one at least prints a figure (a dash or nothing adds
    nothing), and no number of the row, or of the form's column, is of unknown meaning.
#}
with figures as (
    select * from {{ ref('audit_figures') }} where family = 'projects'
),

cells as (
    select
        document_id, organisation, fiscal_year, phase, table_number, row_number, column_number, project_name, measure,
        ledger_id
    from figures

    union all

    select
        document_id, coalesce(organisation, ''), coalesce(fiscal_year, 0), coalesce(phase, ''), table_number, row_number,
        column_number, project_name, measure, null
    from {{ ref('fct_statement_lines') }}
    where disclosure in ('dash', 'blank')
),

pairs as (
    select
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        parts.measure,
        anchors.row_number = parts.row_number as in_row
    from figures as anchors
    inner join cells as parts
        on
            {{ same_subject() }}
            and anchors.table_number = parts.table_number
            and coalesce(anchors.project_name, '') = coalesce(parts.project_name, '')
            and (anchors.row_number = parts.row_number or anchors.column_number = parts.column_number)
    where
        anchors.is_whole_row
        and anchors.measure in ('approved', 'midterm')
        and parts.measure in ('fiscal_appropriation', 'carried_over', 'other_funds')
        and (
            anchors.row_number = parts.row_number
            or not exists (
                select 1 from {{ ref('fct_ledger') }} as unread
                where
                    {{ same_table('anchors', 'unread') }}
                    and anchors.column_number = unread.column_number
                    and unread.disposition = 'unmapped'
            )
        )
),

complete as (
    select anchor_id, in_row
    from pairs
    group by anchor_id, in_row
    having
        count(case when measure = 'fiscal_appropriation' then 1 end) = 1
        and count(case when measure = 'other_funds' then 1 end) = 1
        and count(case when measure = 'carried_over' then 1 end) <= 1
)

select {{ enters('funding_sums_to_amount', 'pairs.anchor_id', 'pairs.part_id') }}
from pairs
inner join complete on pairs.anchor_id = complete.anchor_id and pairs.in_row = complete.in_row
where pairs.part_id is not null
