{#
    Which rows count, each sum of money once: see the docs block `what_may_be_summed`.
    `rows` has document_id, organisation_id, department_id, fiscal_year, phase, is_comparative, consolidation,
    reading_status.
    One row per document, department, year and phase that counts; `covered` is an organisation, or empty for all.
#}
{% macro additive_basis(rows) %}
with candidates as (
    select
        {{ owner('rows') }} as owner,
        rows.fiscal_year,
        rows.phase,
        rows.document_id,
        documents.published_on,
        case
            when documents.document_scope = 'department' then ''
            else coalesce(rows.organisation_id, '')
        end as covered,
        case
            when rows.phase = 'approved' and documents.document_kind = 'budget' then 1
            when rows.phase <> 'approved' and documents.document_kind = 'final_account' then 1
            else 2
        end as kind_rank,
        count(*) as row_count,
        count(case when rows.reading_status <> 'doubtful' then 1 end) as sure_row_count,
        min(case when rows.consolidation = 'unit' then 'unit' else 'whole' end) as finest
    from {{ rows }} as rows
    inner join {{ ref('int_documents_described') }} as documents on rows.document_id = documents.document_id
    where not rows.is_comparative and documents.is_current
    group by 1, 2, 3, 4, 5, 6, 7
),

ranked as (
    select
        *,
        row_number() over (
            partition by owner, fiscal_year, phase, covered
            order by
                case when sure_row_count = 0 then 1 else 0 end,
                kind_rank nulls last, sure_row_count desc, row_count desc, published_on desc nulls last, document_id
        ) as choice,
        min(covered) over (partition by owner, fiscal_year, phase) as widest
    from candidates
)

select
    owner,
    fiscal_year,
    phase,
    document_id,
    covered,
    case when finest = 'unit' then 'unit' else 'department' end as consolidation
from ranked
where choice = 1 and (covered = '' or widest <> '')
{% endmacro %}

{# The department that answers for a row; the organisation, at last the document, where no department is known. #}
{% macro owner(alias) -%}
    coalesce({{ alias }}.department_id, {{ alias }}.organisation_id, {{ alias }}.document_id)
{%- endmacro %}

{# The condition that a row belongs to a basis of `additive_basis`. #}
{% macro in_basis(rows, basis) -%}
    {{ basis }}.owner = {{ owner(rows) }}
    and {{ basis }}.fiscal_year = {{ rows }}.fiscal_year
    and {{ basis }}.phase = {{ rows }}.phase
    and {{ basis }}.document_id = {{ rows }}.document_id
    and {{ basis }}.consolidation = {{ rows }}.consolidation
    and ({{ basis }}.covered = '' or {{ basis }}.covered = {{ rows }}.organisation_id)
    and not {{ rows }}.is_comparative
{%- endmacro %}
