{#
    What is said of the cause behind a failed check: which figure would have to be another, where one is, and how many
    checks that explains; which two cells of a row seem to be exchanged; what shows a misprinted unit; from where a table seems to come that meets nothing else; otherwise that two places differ.
#}
{% macro cause_message(alias, language) -%}
    {%- set words = {
        'zh': {
            'repair': '有', 'checks': '项核对因此不符，均指向同一数字：', 'one_check': '此项核对指向的数字：', 'meant': '应为 ', 'reversed': '（增减方向相反）', 'end': '。',
            'moved': '同一行两栏相差相反，疑为金额填错栏：', 'and': '；',
            'differ': '两处不一致，请核对。', 'beside': '对照：', 'more': '另有相关核对 ', 'items': ' 项不符。',
            'last_year': '本表自身平衡而与本文件其他各处均不符，数字与上年同表一致，疑似错贴。',
            'other_organisation': '本表自身平衡而与本文件其他各处均不符，数字与另一单位同表一致，疑似错贴。',
            'other_fund': '本表自身平衡而与本文件其他各处均不符，数字与另一类资金的表一致，疑似错贴。',
            'table': '本表自身平衡而与本文件其他各处均不符，请核对整张表。'
        },
        'en': {
            'repair': ' ', 'checks': ' checks fail, all for one figure: ', 'one_check': ' The check points to one figure: ', 'meant': 'should be ', 'reversed': ' (the other way)', 'end': '.',
            'moved': ' Two cells of one row differ by amounts that cancel, as if money stood in the wrong column: ', 'and': '; ',
            'differ': ' The two places differ: which is right cannot be told.', 'beside': ' Set against: ', 'more': ' Further checks that fail with it: ',
            'items': '.',
            'last_year': ' The table adds up and meets nothing else of the document; its figures are those of the year before: pasted by mistake, it seems.',
            'other_organisation': ' The table adds up and meets nothing else of the document; its figures are those of another body: pasted by mistake, it seems.',
            'other_fund': ' The table adds up and meets nothing else of the document; its figures are those of another fund: pasted by mistake, it seems.',
            'table': ' The table adds up and meets nothing else of the document: the whole of it is in question.'
        }
    }[language] -%}
    {%- set subject = in_chinese(alias ~ '.figure_subject') if language == 'zh' else alias ~ '.figure_subject' -%}
    {%- set other = in_chinese(alias ~ '.other_figure_subject') if language == 'zh' else alias ~ '.other_figure_subject' -%}
    {%- set printed = alias ~ '.repaired_as_printed' -%}
    {%- set in_words = "case when " ~ alias ~ ".comparison = 'same_text' then " ~ printed ~ " else " ~ printed_in_english(printed) ~ " end" -%}
    {%- set meant = printed if language == 'zh' else in_words -%}
    coalesce('{{ words.beside }}' || {{ alias }}.beside || '{{ words.end }}', '')
    || case
        when {{ alias }}.cause = 'table' then
            case {{ alias }}.pasted_from
                {%- for source in ['last_year', 'other_organisation', 'other_fund'] %}
                when '{{ source }}' then '{{ words[source] }}'
                {%- endfor %}
                else '{{ words.table }}'
            end
        when {{ alias }}.cause = 'moved' then
            '{{ words.moved }}' || {{ subject }} || '{{ words["and"] }}' || {{ other }} || '{{ words.end }}'
        when {{ alias }}.repaired_value is not null then
            case
                when {{ alias }}.checks = 1 then '{{ words.one_check }}'
                else '{{ words.repair }}' || cast({{ alias }}.checks as string) || '{{ words.checks }}'
            end || {{ subject }}
            || ' {{ words.meant }}' || {{ meant }}
            || case when {{ alias }}.repaired_value = -{{ alias }}.figure_value then '{{ words.reversed }}' else '' end
            || '{{ words.end }}'
        when {{ alias }}.checks > 1 then
            '{{ words.more }}' || cast({{ alias }}.checks - 1 as string) || '{{ words["items"] }}'
        when {{ alias }}.comparison = 'equal' then '{{ words.differ }}'
        else ''
    end
{%- endmacro %}
