{#
    Of each thing, year and phase the amount that is taken, with all that tells what it is. A table of its own: the choice
    and the printed steps of the ledger, in one statement over ten thousand documents, would take twice the memory.
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
    inner join {{ ref('int_documents_described') }} as documents on stated.document_id = documents.document_id
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

select {{ all_but('ranked', 'choice, kind_rank, published_on') }}
from ranked
where choice = 1
