{#
    Identity 7: three-public = travel abroad + vehicles + receptions; vehicles = purchase + operation. A first total
    that also holds meetings and training is read so where that comes closer; a grand total above a total of the three
    holds them beside it. Basic items are no larger.
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
),

same_row as (
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
),

economic as (
    select
        *,
        case code
            when '30212' then 'abroad'
            when '30217' then 'reception'
            when '30231' then 'vehicle_operation'
            when '31013' then 'vehicle_purchase'
        end as three_public_measure
    from {{ ref('audit_figures') }}
    where statement_kind = 'final_general_basic' and classification = 'departmental_economic'
)

select 'three_public_sums_to_total' as rule_id, anchor_id, part_id, 1 as sign
from same_row
where
    anchor_measure = 'total'
    and (measure in ('abroad', 'vehicle', 'reception') or (holds_meetings and measure in ('meeting', 'training')))

union all

select 'meetings_and_three_public_sum_to_total' as rule_id, anchor_id, part_id, 1 as sign
from same_row
where
    anchor_measure = 'grand_total'
    and measure in ('total', 'meeting', 'training')
    and anchor_id in (select anchor_id from same_row where measure = 'total')
    and anchor_id in (select anchor_id from same_row where measure in ('meeting', 'training'))

union all

select 'vehicles_sum_to_total' as rule_id, anchor_id, part_id, 1 as sign
from same_row
where anchor_measure = 'vehicle' and measure in ('vehicle_purchase', 'vehicle_operation')

union all

select {{ addend('basic_item_within_three_public') }}
from economic as anchors
inner join figures as parts on {{ same_subject() }} and anchors.three_public_measure = parts.measure
where parts.printing = 1
