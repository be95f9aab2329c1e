{# The stable key of a finding: its rule, document, subject, and its occurrence where a subject is printed twice. #}
{% macro finding_id(alias) -%}
    substr(md5(concat_ws(
        '|', {{ alias }}.rule_id, {{ alias }}.document_id, {{ alias }}.stable_subject,
        cast({{ alias }}.occurrence as varchar)
    )), 1, 16)
{%- endmacro %}

{# A value as people read it: thousands apart, without the zeros that a column of four decimals adds. #}
{% macro plain(expression) -%}
    rtrim(rtrim(format('{:,.4f}', cast({{ expression }} as double)), '0'), '.')
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
    {{ alias }}.title_{{ language }} || '{{ words.title }}' || {{ alias }}.subject || '{{ words.stop }}'
    || case {{ alias }}.comparison
        when 'same_text' then
            '{{ words.text }}' || coalesce({{ alias }}.actual_text, '{{ words.nothing }}')
            || case when {{ alias }}.is_meant then '{{ words.meant }}' else '{{ words.other }}' end
            || coalesce({{ alias }}.expected_text, '{{ words.nothing }}') || '{{ words.close }}'
        else
            '{{ words.actual }}' || {{ plain(alias ~ '.actual_value') }} || ' ' || coalesce({{ alias }}.value_unit, '')
            || '{{ words.comma }}'
            || case {{ alias }}.comparison
                when 'at_most' then '{{ words.at_most }}'
                when 'at_least' then '{{ words.at_least }}'
                else case when {{ alias }}.is_computed then '{{ words.equal }}' else '{{ words.printed }}' end
            end
            || ' ' || {{ plain(alias ~ '.expected_value') }} || ' ' || coalesce({{ alias }}.value_unit, '')
            || '{{ words.comma }}{{ words.difference }}' || {{ plain(alias ~ '.difference') }}
            || '{{ words.comma }}{{ words.tolerance }}' || {{ plain(alias ~ '.tolerance') }} || '{{ words.end }}'
    end
{%- endmacro %}
