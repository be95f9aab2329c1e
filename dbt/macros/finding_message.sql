{#
    What a person reads: the rule, the subject, both values, the difference and what rounding explains of it, where it may
    explain any. The other value is told as what it is: printed elsewhere or nowhere, made of other figures, probably
    meant, or left by a template to be chosen. Two rates differ by percentage points.
#}
{% macro finding_message(alias, language) -%}
    {%- set words = {
        'zh': {
            'printed': '他处列', 'equal': '据相关数字算得', 'at_most': '应不大于', 'at_least': '应不小于', 'holds': '应：', 'title': '。', 'stop': '：',
            'actual': '实列 ', 'comma': '，', 'difference': '相差 ', 'tolerance': '尾数可解释 ', 'end': '。',
            'text': '此处为“', 'other': '”，他处为“', 'meant': '”，疑应为“', 'close': '”。', 'nothing': '无', 'nowhere': '”，他处未见。',
            'left': '”，模板所留尚未选定或填写（', 'closed': '）。', 'points': '个百分点'
        },
        'en': {
            'printed': 'elsewhere', 'equal': 'the others give', 'at_most': 'should be at most', 'at_least': 'should be at least',
            'holds': 'Should hold: ', 'title': '. ', 'stop': ': ', 'actual': 'printed ', 'comma': ', ', 'difference': 'difference ',
            'tolerance': 'rounding explains ', 'end': '.',
            'text': 'here “', 'other': '”, elsewhere “', 'meant': '”, probably meant “', 'close': '”.', 'nothing': 'nothing', 'nowhere': '”, nowhere else.',
            'left': '”, left of the template, neither chosen nor filled in (', 'closed': ').', 'points': 'percentage points'
        }
    }[language] -%}
    {%- set subject = in_chinese(alias ~ '.subject') if language == 'zh' else alias ~ '.subject' -%}
    {%- set figure = figure_in_chinese if language == 'zh' else figure_in_english -%}
    {%- set named = alias ~ '.value_unit' if language == 'zh' else in_english(alias ~ '.value_unit') -%}
    {%- set unit = "coalesce(' ' || case when " ~ alias ~ ".value_unit = '%' then '" ~ words.points ~ "' else nullif(" ~ named ~ ", '') end, '')" -%}
    '{{ words.holds }}' || {{ alias }}.title_{{ language }} || '{{ words.title }}' || {{ subject }} || '{{ words.stop }}'
    || case {{ alias }}.comparison
        when 'same_text' then
            '{{ words.text }}' || coalesce({{ alias }}.actual_text, '{{ words.nothing }}')
            || case
                when {{ alias }}.rule_id = 'template_is_filled_in'
                    then '{{ words.left }}' || {{ alias }}.expected_text || '{{ words.closed }}'
                when {{ alias }}.is_meant and {{ alias }}.expected_text is null then '{{ words.close }}'
                when {{ alias }}.expected_text is null then '{{ words.nowhere }}'
                else case when {{ alias }}.is_meant then '{{ words.meant }}' else '{{ words.other }}' end
                    || {{ alias }}.expected_text || '{{ words.close }}'
            end
        else
            '{{ words.actual }}' || {{ figure(alias, 'actual') }} || '{{ words.comma }}'
            || case {{ alias }}.comparison
                when 'at_most' then '{{ words.at_most }}'
                when 'at_least' then '{{ words.at_least }}'
                else case when {{ alias }}.is_computed then '{{ words.equal }}' else '{{ words.printed }}' end
            end
            || ' ' || {{ figure(alias, 'expected') }}
            || '{{ words.comma }}{{ words.difference }}' || {{ plain('abs(' ~ alias ~ '.difference)') }} || {{ unit }}
            || case
                when {{ alias }}.tolerance > 0 then '{{ words.comma }}{{ words.tolerance }}' || {{ plain(alias ~ '.tolerance') }} || {{ unit }}
                else ''
            end
            || '{{ words.end }}'
    end
{%- endmacro %}
