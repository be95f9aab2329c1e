{# The findings that figures of a row enter, as one string for each value of `keys`, columns of fct_row_findings. #}
{% macro row_findings(keys) -%}
    select {{ keys | join(', ') }}, {{ ids_in_one('finding_id') }} as finding_ids
    from {{ ref('fct_row_findings') }}
    group by {{ keys | join(', ') }}
{%- endmacro %}

{# The same for rows that bear ids of figures, one or several in `ids`: by what these are. #}
{% macro figure_findings(rows, ids) -%}
    select figures.ids, {{ ids_in_one('findings.finding_id') }} as finding_ids
    from ({{ figures_of(rows, ids) }}) as figures
    inner join {{ ref('fct_figure_findings') }} as findings on figures.ledger_id = findings.ledger_id
    group by figures.ids
{%- endmacro %}

{# What arithmetic says of such rows. Of what only the text states no identity of a table can tell. #}
{% macro figure_statuses(rows, ids) -%}
    select figures.ids, {{ worst_reading_status('lines') }} as reading_status
    from ({{ figures_of(rows, ids) }}) as figures
    inner join {{ ref('fct_statement_lines') }} as lines on figures.ledger_id = lines.ledger_id
    group by figures.ids
{%- endmacro %}

{# The same, and of a figure of the text what its words say. #}
{% macro stated_statuses(rows, ids) -%}
    select figures.ids, {{ worst_reading_status('said') }} as reading_status
    from ({{ figures_of(rows, ids) }}) as figures
    inner join (
        select ledger_id, reading_status from {{ ref('fct_statement_lines') }}
        union all
        select ledger_id, coalesce(reading_status, 'untested') as reading_status from {{ ref('fct_prose_amounts') }}
    ) as said on figures.ledger_id = said.ledger_id
    group by figures.ids
{%- endmacro %}

{% macro figures_of(rows, ids) -%}
    select named.ids, {{ each_word('named.ids') }} as ledger_id
    from (select distinct {{ ids }} as ids from {{ rows }}) as named
{%- endmacro %}

{# `found`, by row, year and phase, is of the row of `facts`. #}
{% macro finds_in_period(found, facts) -%}
    {{ facts }}.document_id = {{ found }}.document_id
    and {{ facts }}.table_number = {{ found }}.table_number
    and {{ facts }}.row_number = {{ found }}.row_number
    and coalesce({{ facts }}.fiscal_year, 0) = {{ found }}.fiscal_year
    and coalesce({{ facts }}.phase, '') = {{ found }}.phase
{%- endmacro %}

{% macro period_findings() -%}
    {{ row_findings(['document_id', 'table_number', 'row_number', 'fiscal_year', 'phase']) }}
{%- endmacro %}

{# What the arithmetic of a document says of each of its rows. #}
{% macro row_statuses() -%}
    select document_id, table_number, row_number, {{ worst_reading_status('lines') }} as reading_status
    from {{ ref('fct_statement_lines') }} as lines
    group by document_id, table_number, row_number
{%- endmacro %}
