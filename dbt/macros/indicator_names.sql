{# Counter words and units that stand in brackets behind the name of an indicator: 申报企业数（家）. #}
{% macro counters() -%}
    %|％|个|家|次|人|人次|名|份|场|场次|期|台|套|台（套）|辆|项|件|条|篇|张|本|户|天|日|周|月|年|小时|吨|公里|平方米|{{ units_of_amount() | join('|') }}
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
        '数量$', '数'
    )
{%- endmacro %}

{# A text without its numbers. #}
{% macro digits_removed(column) -%}
    {{ adapter.dispatch('replace_all', 'yusuan')(column, '[0-9.]+', '') }}
{%- endmacro %}

{# Names of rates that no count can exceed: a part of a whole. Growth, completion and control rates are none. #}
{% macro rates_of_a_whole() -%}
    (合格|通过|覆盖|及时|准确|达标|符合|合规|规范|受理|办结|参与|知晓|完好|整改|答复|回复|到位|出勤|落实|应用|普及|录用|出席)率$|满意(度|率)$
{%- endmacro %}

{# Two words of measure do not contradict each other: no counter, money, one in the other, or mixed in common use. #}
{% macro counts_the_same(one, other) -%}
    (
        not regexp_matches({{ other }}, '^({{ counters() }})$')
        or {{ one }} like '%元' or {{ other }} like '%元'
        or replace(replace({{ one }}, '％', '%'), replace({{ other }}, '％', '%'), '') <> replace({{ one }}, '％', '%')
        or replace(replace({{ other }}, '％', '%'), replace({{ one }}, '％', '%'), '') <> replace({{ other }}, '％', '%')
        {%- for alike in [['个', '项', '家', '户', '件', '台', '套'], ['人', '名'], ['天', '日']] %}
        or ({{ one }} in ('{{ alike | join("', '") }}') and {{ other }} in ('{{ alike | join("', '") }}'))
        {%- endfor %}
    )
{%- endmacro %}
