{#
    Identity 3 (and 7, 11, 17) in the text: the parts that a paragraph states for a whole sum to it (topic_sums). Only
    where it states every part, each once, of one organisation, year and phase, and none beside them of no known subject.
#}
with stated as (
    select
        *,
        count(*) over (partition by document_id, paragraph, organisation, fiscal_year, phase, horizon, topic) as times
    from {{ ref('fct_prose_amounts') }}
    where role = 'level' and amount_cny is not null and topic is not null and phase is not null
),

sums as (
    select total, part, sign, count(*) over (partition by total) as parts
    from {{ ref('topic_sums') }}
),

unknown as (
    select distinct whole_id
    from {{ ref('fct_prose_amounts') }}
    where role = 'level' and topic is null and whole_id is not null and amount_cny <> 0
),

pairs as (
    select
        wholes.prose_id,
        parts.prose_id as part_id,
        sums.sign,
        sums.parts,
        count(*) over (partition by wholes.prose_id) as found
    from stated as wholes
    inner join sums on wholes.topic = sums.total
    inner join stated as parts
        on
            sums.part = parts.topic
            and wholes.document_id = parts.document_id
            and wholes.paragraph = parts.paragraph
            and wholes.organisation is not distinct from parts.organisation
            and wholes.fiscal_year = parts.fiscal_year
            and wholes.phase = parts.phase
            and wholes.horizon = parts.horizon
    where
        wholes.times = 1 and parts.times = 1
        and wholes.prose_id not in (select whole_id from unknown)
)

select 'text_parts_sum' as rule_id, prose_id as anchor_id, part_id, sign, 'addend' as role
from pairs
where found = parts
