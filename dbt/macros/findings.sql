{# The stable key of a finding: its rule, document, subject, and its occurrence where a subject is printed twice. #}
{% macro finding_id(alias) -%}
    substr(md5(concat_ws(
        '|', {{ alias }}.rule_id, {{ alias }}.document_id, {{ alias }}.stable_subject,
        cast({{ alias }}.occurrence as varchar)
    )), 1, 16)
{%- endmacro %}

{# What a person reads: the rule, the subject, both figures, the difference and what rounding explains of it. #}
{% macro finding_message(alias, language) -%}
    {%- set words = {
        'zh': {
            'equal': '应为', 'at_most': '应不大于', 'at_least': '应不小于', 'title': '。', 'stop': '：',
            'actual': '实列 ', 'unit': ' 元，', 'difference': '相差 ', 'tolerance': '尾数可解释 ', 'end': ' 元。',
            'text': '此处称“', 'other': '”，他处称“', 'close': '”。'
        },
        'en': {
            'equal': 'should be', 'at_most': 'should be at most', 'at_least': 'should be at least',
            'title': '. ', 'stop': ': ', 'actual': 'printed ', 'unit': ' yuan, ', 'difference': 'difference ',
            'tolerance': 'rounding explains ', 'end': ' yuan.',
            'text': 'here “', 'other': '”, elsewhere “', 'close': '”.'
        }
    }[language] -%}
    {{ alias }}.title_{{ language }} || '{{ words.title }}' || {{ alias }}.subject || '{{ words.stop }}'
    || case {{ alias }}.comparison
        when 'same_text' then
            '{{ words.text }}' || {{ alias }}.anchor_name || '{{ words.other }}' || {{ alias }}.part_name
            || '{{ words.close }}'
        else
            '{{ words.actual }}' || cast({{ money(alias ~ '.actual_cny') }} as varchar) || '{{ words.unit }}'
            || case {{ alias }}.comparison
                when 'at_most' then '{{ words.at_most }}'
                when 'at_least' then '{{ words.at_least }}'
                else '{{ words.equal }}'
            end
            || ' ' || cast({{ money(alias ~ '.expected_cny') }} as varchar) || '{{ words.unit }}'
            || '{{ words.difference }}' || cast({{ money(alias ~ '.difference_cny') }} as varchar)
            || '{{ words.unit }}'
            || '{{ words.tolerance }}' || cast({{ money(alias ~ '.tolerance_cny') }} as varchar) || '{{ words.end }}'
    end
{%- endmacro %}
