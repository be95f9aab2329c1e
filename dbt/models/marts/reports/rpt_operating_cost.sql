{# The table's figure counts before the text's; the words of the text name the units that it covers. #}
with figures as (
    select
        lines.document_id, lines.organisation_id, lines.organisation, lines.department_id, lines.fiscal_year, lines.phase,
        'table' as source, lines.amount_cny, cast(null as string) as subject, lines.page, lines.line, lines.ledger_id,
        lines.table_number as place, lines.row_number as position
    from {{ ref('fct_statement_lines') }} as lines
    where
        lines.measure = 'organ_operation' and lines.item = 'total' and lines.disclosure = 'figure'
        and lines.horizon = 'year' and not lines.is_comparative
    union all
    select
        prose.document_id, prose.organisation_id, prose.organisation, organisations.department_id, prose.fiscal_year,
        prose.phase, 'prose' as source, prose.amount_cny, prose.subject, prose.page, prose.line, prose.ledger_id,
        prose.sequence as place, prose.span_start as position
    from {{ ref('fct_prose_amounts') }} as prose
    inner join {{ ref('dim_documents') }} as documents
        on prose.document_id = documents.document_id and prose.fiscal_year = documents.fiscal_year
    left join {{ ref('dim_organisations') }} as organisations on prose.organisation_id = organisations.organisation_id
    where
        prose.topic = 'operating_expenses' and prose.role = 'level' and prose.horizon = 'year'
        and prose.amount_cny is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by document_id, organisation_id, fiscal_year, phase, source
            order by place nulls last, position nulls last
        ) as choice
    from figures
),

beside as (
    select
        document_id, organisation_id, fiscal_year, phase,
        max(organisation) as organisation,
        max(department_id) as department_id,
        {% for source in ['table', 'prose'] %}
        {% for name in ['amount_cny', 'subject', 'page', 'line', 'ledger_id'] %}
        max(case when source = '{{ source }}' then {{ name }} end) as {{ source }}_{{ name }}{{ ',' if not (loop.last and source == 'prose') }}
        {% endfor %}
        {% endfor %}
    from ranked
    where choice = 1
    group by document_id, organisation_id, fiscal_year, phase
),

{% set ids = "concat_ws(' ', beside.table_ledger_id, beside.prose_ledger_id)" %}
findings as ({{ figure_findings('beside', ids) }}),

statuses as ({{ stated_statuses('beside', ids) }})

select
    documents.document_file,
    beside.organisation as organisation_name,
    organisations.region_code,
    beside.fiscal_year,
    beside.phase,
    {{ money('coalesce(beside.table_amount_cny, beside.prose_amount_cny)') }} as amount_cny,
    case when beside.table_amount_cny is not null then 'table' else 'prose' end as source,
    beside.prose_subject as units_as_printed,
    {% for name in ['page', 'line', 'ledger_id'] %}
    case when beside.table_amount_cny is not null then beside.table_{{ name }} else beside.prose_{{ name }} end as {{ name }},
    {% endfor %}
    {{ money('beside.prose_amount_cny') }} as stated_cny,
    beside.prose_page as stated_page,
    beside.prose_line as stated_line,
    beside.prose_ledger_id as stated_ledger_id,
    beside.document_id,
    beside.organisation_id,
    beside.department_id,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids
from beside
inner join {{ ref('dim_documents') }} as documents on beside.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on beside.organisation_id = organisations.organisation_id
left join findings on {{ ids }} = findings.ids
left join statuses on {{ ids }} = statuses.ids
where documents.is_current
order by document_file, organisation_name, fiscal_year, phase
