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

{# Whether a figure stands in yuan, whatever larger unit the page prints with it. #}
{% macro is_meant_in_yuan(alias, side) -%}
    {%- set number = "replace(split_part(" ~ alias ~ "." ~ side ~ "_as_printed, ' ', 1), ',', '')" -%}
    {%- set value = "replace(" ~ plain(alias ~ "." ~ side ~ "_value") ~ ", ',', '')" -%}
    {{ alias }}.value_unit = '{{ words('yuan') }}' and {{ alias }}.{{ side }}_value <> 0
    and {{ number }} in ({{ value }}, {{ value }} || '.0', {{ value }} || '.00')
{%- endmacro %}

{# A figure as it is printed, and beside it in yuan where the page prints another unit. #}
{% macro figure_in_chinese(alias, side) -%}
    case
        when {{ alias }}.{{ side }}_as_printed like '% {{ words('yuan') }}' or {{ alias }}.{{ side }}_as_printed is null
            then {{ plain(alias ~ '.' ~ side ~ '_value') }} || ' ' || coalesce({{ alias }}.value_unit, '')
        when {{ is_meant_in_yuan(alias, side) }}
            then {{ alias }}.{{ side }}_as_printed || '（单位应为元，即 ' || {{ plain(alias ~ '.' ~ side ~ '_value') }} || ' 元）'
        else
            {{ alias }}.{{ side }}_as_printed || '（' || {{ plain(alias ~ '.' ~ side ~ '_value') }} || ' '
            || coalesce({{ alias }}.value_unit, '') || '）'
    end
{%- endmacro %}

{# A figure with its unit of amount, as it is printed, with the English name of the unit. #}
{% macro printed_in_english(printed) -%}
    rtrim(split_part({{ printed }}, ' ', 1) || ' ' || {{ in_english("split_part(" ~ printed ~ ", ' ', 2)") }})
{%- endmacro %}

{% macro figure_in_english(alias, side) -%}
    {%- set printed = alias ~ '.' ~ side ~ '_as_printed' -%}
    {%- set value = plain(alias ~ '.' ~ side ~ '_value') ~ " || ' ' || " ~ in_english(alias ~ '.value_unit') -%}
    case
        when {{ alias }}.value_unit = '{{ words('yuan') }}' and {{ printed }} not like '% {{ words('yuan') }}'
            then
                {{ printed_in_english(printed) }}
                || case when {{ is_meant_in_yuan(alias, side) }} then ' (meant in yuan: ' else ' (' end || {{ value }} || ')'
        else {{ value }}
    end
{%- endmacro %}
