{#
    Identity 9: where the text states every item below a 类 or 款 (their amounts sum to it), the changes of the items,
    none where one is as before, sum to the change stated for it: all of one base, which is the year before or a budget,
    and each told once. One that names a budget without its year is against no year.
#}
with levels as (
    select
        document_id,
        coalesce(organisation, '') as organisation,
        fiscal_year,
        phase,
        code,
        amount_cny,
        change_cny,
        prose_id,
        count(*) over (partition by document_id, organisation, fiscal_year, phase, code) as times
    from {{ ref('fct_prose_amounts') }}
    where role = 'level' and topic = 'function' and code is not null and phase is not null
),

{# An item said twice, once with its change, is one item. #}
items as (
    select
        document_id,
        organisation,
        fiscal_year,
        phase,
        code,
        max(prose_id) as prose_id,
        max(amount_cny) as amount_cny,
        max(change_cny) as change_cny
    from levels
    where length(code) = 7
    group by document_id, organisation, fiscal_year, phase, code
    having min(amount_cny) = max(amount_cny) and count(distinct change_cny) = 1
),

parents as (
    select * from levels where length(code) in (3, 5) and change_cny is not null
),

pairs as (
    select
        parents.prose_id,
        parents.amount_cny,
        parents.change_cny,
        items.prose_id as item_id,
        items.change_cny as item_change_cny,
        sum(items.amount_cny) over (partition by parents.prose_id) as items_cny,
        count(*) over (partition by parents.prose_id) as items
    from parents
    inner join items
        on
            parents.document_id = items.document_id
            and parents.organisation = items.organisation
            and parents.fiscal_year = items.fiscal_year
            and parents.phase = items.phase
            and items.code like parents.code || '%'
),

told as (
    select
        anchors.prose_id as anchor_id,
        anchors.direction as anchor_direction,
        parts.prose_id as part_id,
        parts.direction as part_direction,
        pairs.items,
        count(*) over (partition by anchors.prose_id) as rows_told,
        count(case when parts.prose_id is not null or pairs.item_change_cny = 0 then 1 end)
            over (partition by anchors.prose_id) as items_told
    from pairs
    inner join {{ ref('fct_prose_amounts') }} as anchors
        on pairs.prose_id = anchors.level_id and anchors.role = 'change'
    left join {{ ref('fct_prose_amounts') }} as parts
        on
            pairs.item_id = parts.level_id
            and parts.role = 'change'
            and coalesce(parts.base_year, 0) = coalesce(anchors.base_year, 0)
            and coalesce(parts.base_phase, anchors.base_phase, '') = coalesce(anchors.base_phase, parts.base_phase, '')
    where pairs.items > 1 and abs(pairs.items_cny - pairs.amount_cny) <= 100 * pairs.items
)

select {{ enters('changes_sum_to_parent', 'anchor_id', 'part_id', sign='anchor_direction * part_direction') }}
from told
where items_told = items and rows_told = items and part_id is not null
