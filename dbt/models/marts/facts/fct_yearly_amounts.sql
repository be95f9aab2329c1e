{#
    One amount of each thing, year and phase: a table's before one in the text, that of the document which is about the
    year and phase before another's. What a document says of the year before its own stands beside it, as comparative.
#}
{% set columns = [
    'organisation_id', 'organisation', 'department_id', 'department', 'fiscal_year', 'phase', 'level', 'subject',
    'fund', 'function_code', 'is_counted', 'project_id', 'project_code', 'project_name', 'source', 'distance',
    'amount_cny', 'addends', 'document_id', 'page', 'line', 'ledger_id'
] %}
with stated as (
    {% for kind in ['by_function', 'by_topic', 'by_project', 'in_prose'] %}
    select {{ columns | join(', ') }} from {{ ref('int_amounts_' ~ kind) }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

keyed as (
    select
        stated.*,
        concat_ws(
            '|', stated.organisation_id, stated.subject, stated.fund, stated.function_code, stated.project_id
        ) as series_id,
        stated.fiscal_year < documents.fiscal_year as is_comparative,
        case
            when stated.phase = 'approved' and documents.document_kind = 'budget' then 1
            when stated.phase <> 'approved' and documents.document_kind = 'final_account' then 1
            else 2
        end as kind_rank,
        documents.published_on
    from stated
    inner join {{ ref('dim_documents') }} as documents on stated.document_id = documents.document_id
    where
        documents.is_current
        and stated.organisation_id is not null
        and stated.phase is not null
        and documents.fiscal_year - stated.fiscal_year in (0, 1)
),

ranked as (
    select
        *,
        row_number() over (
            partition by series_id, fiscal_year, phase, is_comparative
            order by
                source desc, kind_rank, distance, published_on desc nulls last, document_id, line, page,
                amount_cny desc nulls last, addends, ledger_id
        ) as choice
    from keyed
)

select
    series_id,
    organisation_id,
    organisation,
    department_id,
    department,
    fiscal_year,
    phase,
    is_comparative,
    level,
    subject,
    fund,
    function_code,
    is_counted,
    project_id,
    project_code,
    project_name,
    source,
    {{ money('amount_cny') }} as amount_cny,
    cast(addends as integer) as addends,
    document_id,
    page,
    line,
    ledger_id
from ranked
where choice = 1
order by series_id, fiscal_year, phase, is_comparative
