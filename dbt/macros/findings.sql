{# The stable key of a failed check: its rule, document, subject, and its occurrence where a subject is printed twice. #}
{% macro check_id(alias) -%}
    substr(md5(concat_ws(
        '|', {{ alias }}.rule_id, {{ alias }}.document_id, {{ alias }}.stable_subject,
        cast({{ alias }}.occurrence as string)
    )), 1, 16)
{%- endmacro %}

{# The stable key of a finding: document and what is wrong in it, by whichever rules that shows. #}
{% macro finding_id(alias) -%}
    substr(md5(concat_ws(
        '|', 'cause', {{ alias }}.document_id, {{ alias }}.stable_cause, cast({{ alias }}.occurrence as string)
    )), 1, 16)
{%- endmacro %}

{# Ids of a group as one sorted string, apart by spaces. #}
{% macro ids_in_one(id) -%}
    {{ adapter.dispatch('ids_in_one', 'yusuan')(id) }}
{%- endmacro %}

{% macro default__ids_in_one(id) -%}
    nullif(array_join(array_sort(collect_set({{ id }})), ' '), '')
{%- endmacro %}

{% macro duckdb__ids_in_one(id) -%}
    string_agg(distinct {{ id }}, ' ' order by {{ id }})
{%- endmacro %}

{# Ids of a group, of which rows may hold several, as one sorted string: each once. #}
{% macro words_in_one(ids) -%}
    {{ adapter.dispatch('words_in_one', 'yusuan')(ids) }}
{%- endmacro %}

{% macro default__words_in_one(ids) -%}
    nullif(array_join(array_sort(array_distinct(flatten(collect_list(split({{ ids }}, ' '))))), ' '), '')
{%- endmacro %}

{% macro duckdb__words_in_one(ids) -%}
    nullif(array_to_string(list_sort(list_distinct(flatten(list(string_split({{ ids }}, ' '))))), ' '), '')
{%- endmacro %}

{# The same of one row's ids, apart by spaces. #}
{% macro sorted_words(ids) -%}
    {{ adapter.dispatch('sorted_words', 'yusuan')(ids) }}
{%- endmacro %}

{% macro default__sorted_words(ids) -%}
    nullif(array_join(array_sort(array_distinct(split({{ ids }}, ' '))), ' '), '')
{%- endmacro %}

{% macro duckdb__sorted_words(ids) -%}
    nullif(array_to_string(list_sort(list_distinct(string_split({{ ids }}, ' '))), ' '), '')
{%- endmacro %}

{# Whole numbers of a group as one text, each once, in their order; NULL of none. #}
{% macro numbers_in_one(number) -%}
    {{ adapter.dispatch('numbers_in_one', 'yusuan')(number) }}
{%- endmacro %}

{% macro default__numbers_in_one(number) -%}
    nullif(array_join(transform(array_sort(collect_set({{ number }})), each -> cast(each as string)), ' '), '')
{%- endmacro %}

{% macro duckdb__numbers_in_one(number) -%}
    nullif(array_to_string(list_sort(list_distinct(list({{ number }}))), ' '), '')
{%- endmacro %}

{# A row's ids, apart by spaces: a row for each. #}
{% macro each_word(ids) -%}
    {{ adapter.dispatch('each_word', 'yusuan')(ids) }}
{%- endmacro %}

{% macro default__each_word(ids) -%}
    explode(split({{ ids }}, ' '))
{%- endmacro %}

{% macro duckdb__each_word(ids) -%}
    unnest(string_split({{ ids }}, ' '))
{%- endmacro %}

{# Texts of a group as one, in an order. #}
{% macro listed(text, separator, order) -%}
    {{ adapter.dispatch('listed', 'yusuan')(text, separator, order) }}
{%- endmacro %}

{% macro default__listed(text, separator, order) -%}
    string_agg({{ text }}, '{{ separator }}') within group (order by {{ order }})
{%- endmacro %}

{% macro duckdb__listed(text, separator, order) -%}
    string_agg({{ text }}, '{{ separator }}' order by {{ order }})
{%- endmacro %}

{# A value as people read it: thousands apart, without the zeros that a column of four decimals adds. #}
{% macro plain(expression) -%}
    trim(trailing '.' from trim(trailing '0' from {{ four_decimals('cast(' ~ expression ~ ' as double)') }}))
{%- endmacro %}

{% macro four_decimals(double) -%}
    {{ adapter.dispatch('four_decimals', 'yusuan')(double) }}
{%- endmacro %}

{% macro default__four_decimals(double) -%}
    format_number({{ double }}, 4)
{%- endmacro %}

{% macro duckdb__four_decimals(double) -%}
    format('{:,.4f}', {{ double }})
{%- endmacro %}

{#
    How bad a failure is. What rounding nearly explains, or less than a yuan, is a note; a difference that is material is
    an error, but for a mere question, and so is what its rule calls one; the rest is a warning at most.
#}
{% macro severity_of(alias) -%}
    case
        when {{ alias }}.comparison <> 'same_text' and abs({{ alias }}.difference) <= 3 * {{ alias }}.tolerance
            then 'note'
        when {{ alias }}.difference_cny < 1 then 'note'
        when
            {{ alias }}.severity_of_rule = 'warning' and {{ alias }}.confidence <> 'query'
            and {{ alias }}.difference_cny >= {{ alias }}.materiality_cny
            then 'error'
        else {{ alias }}.severity_of_rule
    end
{%- endmacro %}

{# A subject with the words of the contract in Chinese. #}
{% macro in_chinese(subject) -%}
    {%- set said = namespace(sql=subject) -%}
    {%- for word, name in {'approved': '年初预算', 'revised': '调整预算', 'executed': '决算'}.items() -%}
        {%- set said.sql = "replace(" ~ said.sql ~ ", ' · " ~ word ~ "', ' · " ~ name ~ "')" -%}
    {%- endfor -%}
    {{ said.sql }}
{%- endmacro %}

{# A unit with its English name, where it has one. #}
{% macro in_english(unit) -%}
    case {{ unit }}
        when '{{ words('yuan') }}' then 'yuan'
        when '{{ words('thousand_yuan') }}' then 'thousand yuan'
        when '{{ words('ten_thousand_yuan') }}' then 'ten thousand yuan'
        when '{{ words('hundred_million_yuan') }}' then 'hundred million yuan'
        when '{{ words('persons') }}' then 'persons'
        when '{{ words('vehicles') }}' then 'vehicles'
        when '{{ words('points') }}' then 'points'
        when '{{ words('pieces') }}' then 'pieces'
        else coalesce({{ unit }}, '')
    end
{%- endmacro %}

{# A figure as it is printed, and beside it in yuan where the page prints another unit. #}
{% macro figure_in_chinese(alias, side) -%}
    case
        when {{ alias }}.{{ side }}_as_printed like '% {{ words('yuan') }}' or {{ alias }}.{{ side }}_as_printed is null
            then {{ plain(alias ~ '.' ~ side ~ '_value') }} || ' ' || coalesce({{ alias }}.value_unit, '')
        else
            {{ alias }}.{{ side }}_as_printed || '（' || {{ plain(alias ~ '.' ~ side ~ '_value') }} || ' '
            || coalesce({{ alias }}.value_unit, '') || '）'
    end
{%- endmacro %}

{% macro figure_in_english(alias, side) -%}
    {%- set printed = alias ~ '.' ~ side ~ '_as_printed' -%}
    {%- set value = plain(alias ~ '.' ~ side ~ '_value') ~ " || ' ' || " ~ in_english(alias ~ '.value_unit') -%}
    case
        when {{ alias }}.value_unit = '{{ words('yuan') }}' and {{ printed }} not like '% {{ words('yuan') }}'
            then
                split_part({{ printed }}, ' ', 1) || ' ' || {{ in_english("split_part(" ~ printed ~ ", ' ', 2)") }}
                || ' (' || {{ value }} || ')'
        else {{ value }}
    end
{%- endmacro %}

{#
    What a person reads: the rule, the subject, both values, the difference and what rounding explains of it. The other
    value is told as what it is: printed elsewhere, made of other figures, or probably meant.
#}
{% macro finding_message(alias, language) -%}
    {%- set words = {
        'zh': {
            'printed': '他处列', 'equal': '据相关数字算得', 'at_most': '应不大于', 'at_least': '应不小于', 'title': '。', 'stop': '：',
            'actual': '实列 ', 'comma': '，', 'difference': '相差 ', 'tolerance': '尾数可解释 ', 'end': '。',
            'text': '此处为“', 'other': '”，他处为“', 'meant': '”，疑应为“', 'close': '”。', 'nothing': '无'
        },
        'en': {
            'printed': 'elsewhere', 'equal': 'the others give', 'at_most': 'should be at most', 'at_least': 'should be at least',
            'title': '. ', 'stop': ': ', 'actual': 'printed ', 'comma': ', ', 'difference': 'difference ',
            'tolerance': 'rounding explains ', 'end': '.',
            'text': 'here “', 'other': '”, elsewhere “', 'meant': '”, probably meant “', 'close': '”.', 'nothing': 'nothing'
        }
    }[language] -%}
    {%- set subject = in_chinese(alias ~ '.subject') if language == 'zh' else alias ~ '.subject' -%}
    {%- set figure = figure_in_chinese if language == 'zh' else figure_in_english -%}
    {%- set named = alias ~ '.value_unit' if language == 'zh' else in_english(alias ~ '.value_unit') -%}
    {%- set unit = "coalesce(' ' || nullif(" ~ named ~ ", ''), '')" -%}
    {{ alias }}.title_{{ language }} || '{{ words.title }}' || {{ subject }} || '{{ words.stop }}'
    || case {{ alias }}.comparison
        when 'same_text' then
            '{{ words.text }}' || coalesce({{ alias }}.actual_text, '{{ words.nothing }}')
            || case
                when {{ alias }}.is_meant and {{ alias }}.expected_text is null then ''
                else case when {{ alias }}.is_meant then '{{ words.meant }}' else '{{ words.other }}' end
                    || coalesce({{ alias }}.expected_text, '{{ words.nothing }}')
            end
            || '{{ words.close }}'
        else
            '{{ words.actual }}' || {{ figure(alias, 'actual') }} || '{{ words.comma }}'
            || case {{ alias }}.comparison
                when 'at_most' then '{{ words.at_most }}'
                when 'at_least' then '{{ words.at_least }}'
                else case when {{ alias }}.is_computed then '{{ words.equal }}' else '{{ words.printed }}' end
            end
            || ' ' || {{ figure(alias, 'expected') }}
            || '{{ words.comma }}{{ words.difference }}' || {{ plain(alias ~ '.difference') }} || {{ unit }}
            || '{{ words.comma }}{{ words.tolerance }}' || {{ plain(alias ~ '.tolerance') }} || {{ unit }} || '{{ words.end }}'
    end
{%- endmacro %}

{#
    What is said of the cause behind a failed check: which figure would have to be another, where one is, and how many
    checks that explains; from where a table seems to come that meets nothing else; otherwise that two places differ.
#}
{% macro cause_message(alias, language) -%}
    {%- set words = {
        'zh': {
            'repair': '有', 'checks': '项核对因此不符，均指向同一数字：', 'meant': '应为 ', 'reversed': '（增减方向相反）', 'end': '。',
            'differ': '两处不一致，请核对。', 'more': '另有相关核对 ', 'items': ' 项不符。',
            'last_year': '本表自身平衡而与本文件其他各处均不符，数字与上年同表一致，疑似错贴。',
            'other_organisation': '本表自身平衡而与本文件其他各处均不符，数字与另一单位同表一致，疑似错贴。',
            'other_fund': '本表自身平衡而与本文件其他各处均不符，数字与另一类资金的表一致，疑似错贴。',
            'table': '本表自身平衡而与本文件其他各处均不符，请核对整张表。'
        },
        'en': {
            'repair': ' ', 'checks': ' checks fail, all for one figure: ', 'meant': 'should be ', 'reversed': ' (the other way)', 'end': '.',
            'differ': ' The two places differ: which is right cannot be told.', 'more': ' Further checks that fail with it: ',
            'items': '.',
            'last_year': ' The table adds up and meets nothing else of the document; its figures are those of the year before: pasted by mistake, it seems.',
            'other_organisation': ' The table adds up and meets nothing else of the document; its figures are those of another body: pasted by mistake, it seems.',
            'other_fund': ' The table adds up and meets nothing else of the document; its figures are those of another fund: pasted by mistake, it seems.',
            'table': ' The table adds up and meets nothing else of the document: the whole of it is in question.'
        }
    }[language] -%}
    {%- set subject = in_chinese(alias ~ '.figure_subject') if language == 'zh' else alias ~ '.figure_subject' -%}
    case
        when {{ alias }}.cause = 'table' then
            case {{ alias }}.pasted_from
                {%- for source in ['last_year', 'other_organisation', 'other_fund'] %}
                when '{{ source }}' then '{{ words[source] }}'
                {%- endfor %}
                else '{{ words.table }}'
            end
        when {{ alias }}.repaired_value is not null then
            '{{ words.repair }}' || cast({{ alias }}.checks as string) || '{{ words.checks }}' || {{ subject }}
            || ' {{ words.meant }}' || {{ alias }}.repaired_as_printed
            || case when {{ alias }}.repaired_value = -{{ alias }}.figure_value then '{{ words.reversed }}' else '' end
            || '{{ words.end }}'
        when {{ alias }}.checks > 1 then
            '{{ words.more }}' || cast({{ alias }}.checks - 1 as string) || '{{ words["items"] }}'
        when {{ alias }}.comparison = 'equal' then '{{ words.differ }}'
        else ''
    end
{%- endmacro %}
