{#
    Identity 10: an indicator of the place that the text states twice with its growth (规上工业总产值 … 同比增长 …) grew
    once against one base. The words before its level are the same but for the year and the place. Money of a government
    is left: the words do not tell of the whole place or of its own level.
#}
with growths as (
    select
        growths.prose_id,
        growths.document_id,
        growths.organisation,
        growths.fiscal_year,
        growths.base_phase,
        levels.horizon,
        growths.value,
        growths.sequence,
        growths.span_start,
        {{ replace_all('levels.subject', words('years_and_places'), '') }} as words
    from {{ ref('fct_prose_amounts') }} as growths
    inner join {{ ref('fct_prose_amounts') }} as levels on growths.level_id = levels.prose_id
    where growths.role = 'growth' and levels.topic is null and growths.base_id is null
),

named as (
    select * from growths
    where length(words) >= 4 and not regexp_matches(words, '{{ words('money_of_a_government') }}')
)

{{ usual_of(
    'growth_equals_growth', 'named', 'value',
    ['document_id', 'organisation', 'fiscal_year', 'horizon', 'base_phase', 'words']
) }}
