{#
    Indicators of the place (of no topic that tables print) which the text states with their growth: the `growths`, or the
    `levels` that grew, with the words that name them and those of the `whole` that they are a part of. Words of less than
    four characters name nothing, and those of money of a government may name that of the whole place or of its own level.
    Words that a paragraph says of several (第一类…上交收入, 第二类…上交收入) are no name of one, nor is anything one of some
    months and of others.
#}
{% macro stated_of_the_place(rows) -%}
    select *
    from (
        select *, count(*) over (partition by document_id, paragraph, words, whole) as times_there
        from (
            select distinct
                {{ rows }}.prose_id,
                {{ rows }}.document_id,
                {{ rows }}.organisation,
                {{ rows }}.fiscal_year,
                {{ rows }}.base_phase,
                levels.horizon,
                {{ rows }}.role,
                {{ rows }}.value,
                {{ rows }}.amount_cny,
                {{ rows }}.sequence,
                {{ rows }}.span_start,
                {{ rows }}.paragraph,
                {{ replace_all('levels.subject', words('years_and_places'), '') }} as words,
                coalesce({{ replace_all('wholes.subject', words('years_and_places'), '') }}, '') as whole
            from {{ ref('fct_prose_amounts') }} as growths
            inner join {{ ref('fct_prose_amounts') }} as levels on growths.level_id = levels.prose_id
            left join {{ ref('fct_prose_amounts') }} as wholes on levels.whole_id = wholes.prose_id
            where growths.role = 'growth' and growths.base_id is null and levels.topic is null
                and levels.horizon <> 'months'
        ) as stated
    ) as named
    where length(words) >= 4 and times_there = 1 and not regexp_matches(words, '{{ words('money_of_a_government') }}')
{%- endmacro %}
