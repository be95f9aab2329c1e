{#
    Identity 13: the total of a unit's targets equals the unit's total in the expenditure table, their basic
    expenditure its basic column. A table where neither does is of some projects, or of the 本级 alone: no finding.
#}
with figures as (
    select * from {{ ref('audit_figures') }}
),

pairs as (
    select
        anchors.document_id,
        anchors.table_number,
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        anchors.amount_cny,
        anchors.half_unit_cny,
        parts.amount_cny as part_cny
    from figures as anchors
    inner join figures as parts on {{ same_whole() }}
    where
        anchors.statement_kind = 'unit_targets'
        and anchors.measure = 'approved'
        and parts.statement_kind = 'budget_expenditure'
        and parts.printing = 1
        and parts.fund = 'all'
        and parts.code is null
        and parts.item = 'total'
        and (
            (anchors.item = 'total' and anchors.project_name is null and parts.measure = 'total')
            or (anchors.project_name = '{{ words('basic_expenditure') }}' and parts.measure = 'basic')
        )
),

sums as (
    select
        document_id,
        table_number,
        anchor_id,
        abs(max(amount_cny) - sum(part_cny)) <= 2 * max(half_unit_cny) as is_met
    from pairs
    group by document_id, table_number, anchor_id
)

select {{ enters('targets_equal_expenditure', 'anchor_id', 'part_id') }}
from pairs
where exists (
    select 1
    from sums
    where {{ same_table('sums', 'pairs') }} and sums.is_met
)
