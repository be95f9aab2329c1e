{#
    Amounts that the text states of a subject, each with the topic of the whole that it is listed under (`whole`): none
    where it stands for itself, its own key where nobody knows of what it is a part. 公用经费 below a code, 会议费 below
    机关运行经费 or an item below a whole of unknown name are not the organisation's (`is_of_organisation`).
#}
select
    levels.*,
    case
        when levels.whole_id is null then ''
        else coalesce(wholes.topic || coalesce(wholes.code, ''), levels.prose_id)
    end as whole,
    levels.whole_id is null
    or levels.topic in ('function', 'project')
    or coalesce(wholes.topic, 'function') not in (
        'function', 'project', 'operating_expenses', 'wages', 'grants', 'public', 'meeting', 'training'
    ) as is_of_organisation
from {{ ref('fct_prose_amounts') }} as levels
left join {{ ref('fct_prose_amounts') }} as wholes on levels.whole_id = wholes.prose_id
where levels.role in ('level', 'base') and levels.amount_cny is not null and levels.topic is not null
