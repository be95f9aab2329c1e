{#
    One amount of each thing, year and phase: a table's before one in the text, that of the document which is about the
    year and phase before another's. What a document says of the year before its own stands beside it, as comparative.
#}
{% set columns = [
    'organisation_id', 'organisation', 'department_id', 'department', 'fiscal_year', 'phase', 'level', 'subject',
    'fund', 'function_code', 'is_counted', 'project_id', 'project_code', 'project_name', 'source', 'distance',
    'amount_cny', 'against_cny', 'carry_over_basis', 'units', 'step_cny', 'addends', 'document_id', 'page', 'line', 'ledger_id',
    'operand_ids'
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
        {{ series_id('stated') }} as series_id,
        case
            when stated.units is not null then 'units_held'
            when stated.organisation_id = documents.organisation_id then documents.document_scope
            when stated.organisation_id = stated.department_id then 'department'
            else 'unit'
        end as scope,
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
                source desc, kind_rank nulls last, distance nulls last, published_on desc nulls last, document_id,
                line nulls last, page nulls last,
                amount_cny desc nulls last, addends nulls last, ledger_id nulls last
        ) as choice
    from keyed
)

select
    ranked.series_id,
    ranked.organisation_id,
    organisation,
    department_id,
    department,
    ranked.fiscal_year,
    ranked.phase,
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
    {{ money('ranked.amount_cny') }} as amount_cny,
    cast(addends as integer) as addends,
    ranked.document_id,
    ranked.page,
    ranked.line,
    ranked.ledger_id,
    scope,
    units,
    carry_over_basis,
    {{ money('against_cny') }} as against_cny,
    {{ as_decimal('coalesce(step_cny, ' ~ printed_step('ledger') ~ ', 0)', 20, 2) }} as step_cny,
    case when addends > 1 or ranked.ledger_id is null then operand_ids end as operand_ids
from ranked
left join {{ ref('fct_ledger') }} as ledger on ranked.ledger_id = ledger.ledger_id
where choice = 1
order by series_id, ranked.fiscal_year, ranked.phase, is_comparative
