{#
    Identity 10: the text states one change for one amount: 一般公共预算收入 and 财政拨款支出 of the same figure, of the
    same years, grew alike. Set against the usual change of appropriations of that amount; a total that holds what was
    carried over against its like, whose base holds it too. Two names of one amount need not have had one amount in the
    year before (a fund that is no more, a balance): their changes are set against each other where a slip parts them.
#}
with changes as (
    select
        changes.*,
        levels.amount_cny as level_cny,
        levels.topic as level_topic,
        levels.topic like '%grand_total' as is_grand_total
    from {{ ref('fct_prose_amounts') }} as changes
    inner join {{ ref('fct_prose_amounts') }} as levels on changes.level_id = levels.prose_id
    where
        changes.role = 'change'
        and levels.amount_cny > 0
        and changes.base_year is not null
        and levels.topic in (
            'appropriation_grand_total', 'appropriation_income', 'appropriation_expenditure', 'general_income',
            'general_expenditure'
        )
),

pairs as (
    {{ usual_of(
        'change_equals_change', 'changes', 'amount_cny',
        [
            'document_id', 'organisation', 'fiscal_year', 'phase', 'base_year', 'base_phase', 'level_cny', 'direction',
            'is_grand_total'
        ],
        most=3
    ) }}
)

select pairs.*
from pairs
inner join changes as one on pairs.anchor_id = one.prose_id
inner join changes as usual on pairs.part_id = usual.prose_id
where
    one.level_topic = usual.level_topic
    or levenshtein(cast(one.amount_cny as string), cast(usual.amount_cny as string)) <= 2
