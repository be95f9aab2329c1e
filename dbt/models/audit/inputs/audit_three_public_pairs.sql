{#
    The figures of three-public statements that state one record of one fund, two by two: a record that prints an item
    twice for it is in no pair, nobody knows which is meant, nor is one with a number of no known meaning, or with an
    amount of no known item that may be a part of its total.
    `holds_meetings`: the total comes closer to its parts with meetings and training than without. `has_vehicles`: they
    have a figure of their own beside those of purchase and operation.
#}
{% set three_public_measures -%}
    'total', 'grand_total', 'abroad', 'reception', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'meeting', 'training'
{%- endset %}
{% set one = ['document_id', 'table_number', 'record', 'organisation', 'fiscal_year', 'phase', 'fund'] | join(', ') %}
with placed as (
    select
        figures.*,
        {{ three_public_record('figures') }} as record,
        measure in ({{ three_public_measures }}) as is_item
    from {{ ref('audit_figures') }} as figures
    where family = 'three_public'
),

counted as (
    select
        *,
        count(*) over (partition by {{ one }}, measure, case when is_item then null else ledger_id end) as times,
        min(case when is_whole_row then 1 else 0 end) over (partition by {{ one }}) as is_whole_record,
        max(case when measure in ('total', 'vehicle') then amount_cny end) over (partition by {{ one }}) as most,
        min(case when not is_item and amount_cny <> 0 then amount_cny end) over (partition by {{ one }}) as unnamed
    from placed
),

once as (
    select *, max(times) over (partition by {{ one }}) as most_times
    from counted
),

figures as (
    select *, max(case when measure = 'vehicle' then 1 else 0 end) over (partition by {{ one }}) = 1 as has_vehicles
    from once
    where most_times = 1 and is_whole_record = 1 and (unnamed is null or unnamed > most)
),

rows as (
    select
        {{ one }},
        sum(case when measure = 'total' then amount_cny else 0 end)
        - sum(case
            when measure in ('abroad', 'vehicle', 'reception') then amount_cny
            when measure in ('vehicle_purchase', 'vehicle_operation') and not has_vehicles then amount_cny
            else 0
        end) as gap,
        sum(case when measure in ('meeting', 'training') then amount_cny else 0 end) as meetings
    from figures
    group by {{ one }}
)

select
    anchors.ledger_id as anchor_id,
    parts.ledger_id as part_id,
    anchors.measure as anchor_measure,
    parts.measure,
    parts.has_vehicles,
    abs(rows.gap - rows.meetings) < abs(rows.gap) as holds_meetings
from figures as anchors
inner join figures as parts
    on
        {{ same_subject() }}
        and anchors.table_number = parts.table_number
        and anchors.record = parts.record
        and anchors.fund = parts.fund
inner join rows
    on
        {{ same_subject('anchors', 'rows') }}
        and anchors.table_number = rows.table_number
        and anchors.record = rows.record
        and anchors.fund = rows.fund
