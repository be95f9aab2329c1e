{#
    What the arithmetic of a document says of a row made of several figures: the worst of those that are printed. Doubt
    is passed on; what no identity could tell is no more certain beside what one could.
#}
{% macro worst_reading_status(lines) -%}
    case
        {%- for status in ['doubtful', 'untested', 'chosen', 'certain'] %}
        when max(case when {{ lines }}.ledger_id is not null and {{ lines }}.reading_status = '{{ status }}' then 1 else 0 end) = 1
            then '{{ status }}'
        {%- endfor %}
        else 'untested'
    end
{%- endmacro %}
