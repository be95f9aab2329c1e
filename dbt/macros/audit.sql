{#
    The audit models share one shape: one row per addend of a check. `anchor_id` is the ledger row of the figure under
    examination, `part_id` that of an addend of what it should be, `sign` 1 or -1.
#}
{% macro addend(rule, anchor='anchors', part='parts', sign=1) -%}
    '{{ rule }}' as rule_id, {{ anchor }}.ledger_id as anchor_id, {{ part }}.ledger_id as part_id, {{ sign }} as sign
{%- endmacro %}

{# Both figures are of one document, year and phase. #}
{% macro same_time(a='anchors', b='parts') -%}
    {{ a }}.document_id = {{ b }}.document_id
    and {{ a }}.fiscal_year = {{ b }}.fiscal_year
    and {{ a }}.phase = {{ b }}.phase
{%- endmacro %}

{# … and of one organisation. #}
{% macro same_subject(a='anchors', b='parts') -%}
    {{ same_time(a, b) }}
    and {{ a }}.organisation = {{ b }}.organisation
{%- endmacro %}

{# … and of one table, fund and measure. #}
{% macro same_block(a='anchors', b='parts') -%}
    {{ same_subject(a, b) }}
    and {{ a }}.table_number = {{ b }}.table_number
    and {{ a }}.side = {{ b }}.side
    and {{ a }}.fund = {{ b }}.fund
    and {{ a }}.measure = {{ b }}.measure
{%- endmacro %}

{# … and `b` is the row of the organisation itself, or one of those that sum to its department. #}
{% macro same_whole(a='anchors', b='parts') -%}
    {{ same_time(a, b) }}
    and (
        ({{ a }}.organisation = {{ a }}.department and {{ b }}.department = {{ a }}.organisation
        and {{ b }}.makes_department)
        or ({{ a }}.organisation <> {{ a }}.department and {{ b }}.organisation = {{ a }}.organisation)
    )
{%- endmacro %}
