{#
    Identity 13: the money of a self-evaluated project is the sum of its sources, in each column of the form. Only
    where two sources are printed, each once, and no number of the form is without a meaning. What higher levels gave
    is left out where a form prints it as a part of its fiscal money.
#}
with figures as (
    {{ figures_of_whole_tables(
        ['project_self_evaluation', 'transfer_self_evaluation'],
        ['approved', 'revised', 'executed']
    ) }}
),

pairs as (
    select
        anchors.ledger_id as anchor_id,
        anchors.amount_cny as total_cny,
        parts.ledger_id as part_id,
        parts.item,
        parts.amount_cny
    from figures as anchors
    inner join figures as parts
        on
            {{ same_subject() }}
            and anchors.table_number = parts.table_number
            and anchors.column_number = parts.column_number
    where
        anchors.item = 'total'
        and parts.item in ('fiscal_appropriation', 'higher_level', 'other_funds')
),

columns_read as (
    select
        anchor_id,
        max(case when item = 'higher_level' then amount_cny else 0 end) <> 0
        and sum(case when item <> 'higher_level' then amount_cny else 0 end) = max(total_cny) as holds_higher_level
    from pairs
    group by anchor_id
    having count(*) > 1 and count(*) = count(distinct item)
)

select {{ enters('sources_sum_to_project', 'pairs.anchor_id', 'pairs.part_id') }}
from pairs
inner join columns_read on pairs.anchor_id = columns_read.anchor_id
where pairs.item <> 'higher_level' or not columns_read.holds_higher_level
