{#
    A line's figure is disclosed, of one year (or of a project as a whole), and no difference of others, no share, no part
    that a column names beside its whole, no repetition by another classification.
#}
{% macro is_checkable(lines) -%}
    {{ lines }}.disclosure = 'figure'
    and {{ lines }}.amount_cny is not null
    and {{ lines }}.ledger_id is not null
    and ({{ lines }}.horizon = 'year' or {{ lines }}.measure = 'midterm')
    and {{ lines }}.row_role <> 'difference'
    and {{ lines }}.measure not in ('difference', 'rate', 'part', 'repetition')
{%- endmacro %}

{# `figures` are of one of these kinds of statement, and of its first printing in the document. #}
{% macro first_printing(figures, kinds) -%}
    {{ figures }}.statement_kind in ('{{ kinds | join("', '") }}') and {{ figures }}.printing = 1
{%- endmacro %}

{# A figure is of a statement whose figures are summed. #}
{% macro is_of_summed_statement() -%}
    (
        family in ('balance', 'income', 'expenditure', 'basic', 'operation', 'procurement', 'three_public')
        or statement_kind = 'budget_projects'
    )
{%- endmacro %}

{# What the figures have in common that one body's rows print of one measure in one table. #}
{% macro columns_of_block() -%}
    document_id, table_number, organisation, fiscal_year, phase, side, fund, measure, project_name
{%- endmacro %}

{# Figures of these kinds of statement and measures, of tables in which every number has a meaning. #}
{% macro figures_of_whole_tables(kinds, measures) -%}
    select figures.*
    from {{ ref('audit_figures') }} as figures
    left join (
        select distinct document_id, table_number from {{ ref('fct_ledger') }} where disposition = 'unmapped'
    ) as unmapped
        on {{ same_table('figures', 'unmapped') }}
    where
        figures.statement_kind in ('{{ kinds | join("', '") }}')
        and figures.measure in ('{{ measures | join("', '") }}')
        and unmapped.document_id is null
{%- endmacro %}

{# A mention of the text is about a row of a table. #}
{% macro is_about(mentions, rows) -%}
    {{ mentions }}.document_id = {{ rows }}.document_id
    and {{ mentions }}.of_table_number = {{ rows }}.table_number
    and {{ mentions }}.of_row_number = {{ rows }}.row_number
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

{# An amount stated can mean a figure of its document, year and phase; one without a phase may be approved or revised. #}
{% macro can_mean(stated, figures) -%}
    {{ stated }}.document_id = {{ figures }}.document_id
    and {{ stated }}.fiscal_year = {{ figures }}.fiscal_year
    and (
        {{ stated }}.phase = {{ figures }}.phase
        or ({{ stated }}.phase is null and {{ figures }}.phase <> 'executed')
    )
{%- endmacro %}

{# The figure is one that the topic of a text can mean: of any fund or side where topics.csv names none. #}
{% macro is_of_topic(topics='topics', figures='figures') -%}
    {{ topics }}.family = {{ figures }}.family
    and coalesce({{ topics }}.fund, {{ figures }}.fund) = {{ figures }}.fund
    and coalesce({{ topics }}.side, {{ figures }}.side) = {{ figures }}.side
    and {{ topics }}.item = {{ figures }}.item
    and {{ topics }}.measure = {{ figures }}.measure
{%- endmacro %}
