{#
    Identity 10: an indicator of the place that the text states twice with its growth (工业投资 … 亿元，同比增长 …) came to
    one amount. Bounds (约, 以上) are left open. The words before it are the same but for the year and the place. Money of
    a government is left: the words do not tell of the whole place or of its own level.
#}
with levels as (
    select distinct
        levels.prose_id,
        levels.document_id,
        levels.organisation,
        levels.fiscal_year,
        levels.horizon,
        levels.amount_cny,
        levels.sequence,
        levels.span_start,
        {{ replace_all('levels.subject', words('years_and_places'), '') }} as words
    from {{ ref('fct_prose_amounts') }} as growths
    inner join {{ ref('fct_prose_amounts') }} as levels on growths.level_id = levels.prose_id
    where growths.role = 'growth' and growths.base_id is null and levels.role = 'level' and levels.topic is null
),

named as (
    select * from levels
    where
        length(words) >= 4 and amount_cny is not null
        and not regexp_matches(words, '{{ words('money_of_a_government') }}')
)

{{ usual_of('level_equals_level', 'named', 'amount_cny', ['document_id', 'organisation', 'fiscal_year', 'horizon', 'words']) }}
