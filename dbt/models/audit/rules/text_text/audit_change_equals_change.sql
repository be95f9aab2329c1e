{#
    Identity 10: the text states one change for one amount: 一般公共预算收入 and 财政拨款支出 of the same figure, of the
    same years, grew alike. Set against the usual change of appropriations of that amount; a total that holds what was
    carried over against its like, whose base holds it too. Two names of one amount need not have had one amount in the
    year before (a fund that is no more, a balance): their changes are set against each other where a slip parts them. Nor
    is anything said by changes of one name that are three or more: they are of several things.
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
        most=none
    ) }}
)

select pairs.*
from pairs
inner join changes as one on pairs.anchor_id = one.prose_id
inner join changes as usual on pairs.part_id = usual.prose_id
where
    levenshtein(cast(one.amount_cny as string), cast(usual.amount_cny as string)) <= 2
    or (
        one.level_topic = usual.level_topic
        and not exists (
            select 1
            from changes as third
            where
                third.document_id = one.document_id
                and third.level_topic = one.level_topic
                and third.level_cny = one.level_cny
                and third.direction = one.direction
                and third.base_year = one.base_year
                and third.base_phase is not distinct from one.base_phase
                and third.amount_cny not in (one.amount_cny, usual.amount_cny)
        )
    )
