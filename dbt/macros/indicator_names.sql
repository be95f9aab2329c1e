{# Counter words and units that stand in brackets behind the name of an indicator: 申报企业数（家）. #}
{% macro counters() -%}
    {{ words('counters') }}|{{ units_of_amount() | join('|') }}
{%- endmacro %}

{# The unit that an indicator's name bears in brackets behind it; empty where it bears none. #}
{% macro unit_in_name(name) -%}
    regexp_extract({{ name }}, '[（(]({{ counters() }})[）)][”"]?$', 1)
{%- endmacro %}

{#
    An indicator's name without what printing adds to it: the unit in brackets behind it, quotes, spaces, punctuation;
    数量 and 数 are one word. Other words in brackets stay: 满意度（退休） is not 满意度（在职）.
#}
{% macro folded_indicator(name) -%}
    regexp_replace(
        {{ adapter.dispatch('replace_all', 'yusuan')(
            "regexp_replace(" ~ name ~ ", '[（(](" ~ counters() ~ ")[）)][”\"]?$', '')",
            '[\\s“”\"《》（）()、，,；;：:·.。—*-]+', ''
        ) }},
        '{{ words('quantity') }}$', '{{ words('number') }}'
    )
{%- endmacro %}

{# A text without its numbers. #}
{% macro digits_removed(column) -%}
    {{ adapter.dispatch('replace_all', 'yusuan')(column, '[0-9.]+', '') }}
{%- endmacro %}

{# Two words of measure do not contradict each other: no counter, money, one in the other, or mixed in common use. #}
{% macro counts_the_same(one, other) -%}
    (
        not regexp_matches({{ other }}, '^({{ counters() }})$')
        or {{ one }} like '%{{ words('yuan') }}' or {{ other }} like '%{{ words('yuan') }}'
        or replace(replace({{ one }}, '％', '%'), replace({{ other }}, '％', '%'), '') <> replace({{ one }}, '％', '%')
        or replace(replace({{ other }}, '％', '%'), replace({{ one }}, '％', '%'), '') <> replace({{ other }}, '％', '%')
        {%- for alike in ['counters_of_things', 'counters_of_persons', 'counters_of_days'] %}
        or ({{ one }} in ({{ quoted_words(alike) }}) and {{ other }} in ({{ quoted_words(alike) }}))
        {%- endfor %}
    )
{%- endmacro %}

{# A target says what it counts where its name says it too: by a word of measure, or by a date where a rate is named. #}
{% macro tells_its_unit() -%}
    name_unit <> ''
    and (
        target_unit is not null
        or (name_unit in ('%', '％') and target_number is null and regexp_matches(target_value, '^20[0-9][0-9][^0-9.,%]'))
    )
{%- endmacro %}

{# At least 0 of what is counted: nobody can fail it. #}
{% macro asks_for_nothing() -%}
    comparator = '≥' and target_number = 0 and regexp_matches(target_unit, '^({{ words('counters') }})$') and target_unit not in ('%', '％')
{%- endmacro %}

{# The rows of one's form that bear its name and the other's value. #}
{% macro stands_in(one, side, other) -%}
    select 1
    from names as others
    where
        others.document_id = {{ one }}.document_id
        and others.table_number = {{ one }}.table_number
        and others.own_name = {{ one }}.own_name
        and others.{{ side }} = {{ other }}.{{ side }}
{%- endmacro %}
