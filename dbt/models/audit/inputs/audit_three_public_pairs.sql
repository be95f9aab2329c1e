{#
    The figures of three-public statements that state one record, two by two. `holds_meetings`: the total comes closer
    to its parts with meetings and training than without.
#}
with figures as (
    select figures.*, {{ three_public_record('figures') }} as record
    from {{ ref('audit_figures') }} as figures
    where family = 'three_public'
),

rows as (
    select
        document_id,
        table_number,
        record,
        organisation,
        fiscal_year,
        phase,
        sum(case when measure = 'total' then amount_cny else 0 end)
        - sum(case when measure in ('abroad', 'vehicle', 'reception') then amount_cny else 0 end) as gap,
        sum(case when measure in ('meeting', 'training') then amount_cny else 0 end) as meetings
    from figures
    group by document_id, table_number, record, organisation, fiscal_year, phase
)

select
    anchors.ledger_id as anchor_id,
    parts.ledger_id as part_id,
    anchors.measure as anchor_measure,
    parts.measure,
    abs(rows.gap - rows.meetings) < abs(rows.gap) as holds_meetings
from figures as anchors
inner join figures as parts
    on {{ same_subject() }} and anchors.table_number = parts.table_number and anchors.record = parts.record
inner join rows
    on
        {{ same_subject('anchors', 'rows') }}
        and anchors.table_number = rows.table_number
        and anchors.record = rows.record
