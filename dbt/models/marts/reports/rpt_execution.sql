{#
    What became of a year's money: approved, revised and executed beside each other, by function code of a department,
    by project and in total. Codes and projects are those that tables count; the text completes their phases.
#}
with beside as (
    select * from {{ ref('int_execution_amounts') }}
),

figures as (
    {% for phase in ['approved', 'revised', 'executed'] %}
    select series_id, fiscal_year, '{{ phase }}' as phase, {{ each_word(phase ~ '_figures') }} as ledger_id
    from beside
    where {{ phase }}_figures is not null
    {{ 'union' if not loop.last }}
    {% endfor %}
),

{# Of what only the text states no identity of a table can tell. #}
marks as (
    select
        figures.series_id,
        figures.fiscal_year,
        {{ worst_reading_status('lines') }} as reading_status,
        {% for phase in ['approved', 'revised', 'executed'] %}
        {{ ids_in_one("case when figures.phase = '" ~ phase ~ "' then figures.ledger_id end") }} as {{ phase }}_ledger_ids,
        {% endfor %}
        {{ ids_in_one('findings.finding_id') }} as finding_ids
    from figures
    left join {{ ref('fct_statement_lines') }} as lines on figures.ledger_id = lines.ledger_id
    left join {{ ref('fct_figure_findings') }} as findings on figures.ledger_id = findings.ledger_id
    group by figures.series_id, figures.fiscal_year
)

select
    beside.fiscal_year,
    beside.organisation as organisation_name,
    beside.department as department_name,
    beside.level,
    beside.subject,
    beside.fund,
    beside.function_code,
    functions.function_name,
    beside.project_code,
    beside.project_name,
    beside.approved_cny,
    beside.revised_cny,
    beside.executed_cny,
    {{ rate('beside.executed_cny', 'beside.approved_cny') }} as executed_to_approved,
    {{ rate('beside.executed_cny', 'beside.revised_cny') }} as executed_to_revised,
    {{ rate('beside.executed_cny', 'coalesce(beside.revised_cny, beside.approved_cny)') }} as execution_rate,
    case
        when beside.executed_cny is null then null
        when beside.revised_cny is not null then 'revised'
        when beside.approved_cny is not null then 'approved'
    end as base,
    beside.approved_source,
    beside.revised_source,
    beside.executed_source,
    beside.organisation_id,
    beside.department_id,
    beside.series_id,
    beside.scope,
    coalesce(marks.reading_status, 'untested') as reading_status,
    marks.finding_ids{% for phase in ['approved', 'revised', 'executed'] %},
    {{ phase }}_documents.document_file as {{ phase }}_document_file,
    beside.{{ phase }}_page,
    beside.{{ phase }}_line,
    marks.{{ phase }}_ledger_ids{% endfor %}
from beside
left join marks on beside.series_id = marks.series_id and beside.fiscal_year = marks.fiscal_year
{% for phase in ['approved', 'revised', 'executed'] %}
left join {{ ref('dim_documents') }} as {{ phase }}_documents on beside.{{ phase }}_document_id = {{ phase }}_documents.document_id
{% endfor %}
left join {{ ref('dim_functions') }} as functions on beside.function_code = functions.function_code
order by fiscal_year, department_name, level, organisation_name, fund, function_code, project_name, subject, series_id
