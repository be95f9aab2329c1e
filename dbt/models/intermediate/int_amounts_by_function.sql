{#
    Expenditure by function code of each organisation, year and phase, at the printed code and at those above it. A
    department of several units has a row of its own, the sum of what counts of them. Comparatives are taken from the
    documents that count, units before their department.
#}
{{ config(materialized='ephemeral') }}
with expenditure as (
    select
        facts.*,
        documents.document_scope,
        {{ printed_step('ledger') }} as step_cny
    from {{ ref('int_expenditure_counted') }} as facts
    inner join {{ ref('int_documents_described') }} as documents on facts.document_id = documents.document_id
    left join {{ source('extracted', 'ledger') }} as ledger on facts.total_ledger_id = ledger.ledger_id
),

rows as (
    select
        *,
        {{ owner('expenditure') }} as owner,
        max(case when is_additive then 1 else 0 end) over (partition by document_id) as document_counts,
        max(case when consolidation = 'unit' then 1 else 0 end) over (
            partition by document_id, department_id, fiscal_year, phase
        ) as has_units,
        dense_rank() over (
            partition by document_id, organisation_id, fiscal_year, phase, fund, derivation, function_code
            order by table_number nulls last
        ) as printing
    from expenditure
),

counted as (
    select *
    from rows
    where
        total_cny is not null
        and (
            is_additive
            or (is_comparative and document_counts = 1 and printing = 1 and (consolidation = 'unit' or has_units = 0))
        )
),

owned as (
    select
        owner as amount_of,
        department as amount_of_name,
        case when document_scope = 'unit' then organisation_id end as unit,
        *
    from counted
    where owner <> coalesce(organisation_id, document_id)
    union all
    select organisation_id as amount_of, organisation as amount_of_name, cast(null as string) as unit, *
    from counted
    where organisation_id is not null
)

{% for length in [3, 5, 7] %}
select
    min(document_id) as document_id,
    amount_of as organisation_id,
    min(amount_of_name) as organisation,
    min(department_id) as department_id,
    min(department) as department,
    'function' as level,
    'function' as subject,
    fund,
    substr(function_code, 1, {{ length }}) as function_code,
    max(case when length(function_code) = {{ length }} then 1 else 0 end) = 1 as is_counted,
    fiscal_year,
    phase,
    {{ no_project() }},
    'table' as source,
    0 as distance,
    sum(total_cny) as amount_cny,
    cast(null as decimal(20, 2)) as against_cny,
    cast(null as string) as carry_over_basis,
    {{ ids_in_one('unit') }} as units,
    sum(step_cny) as step_cny,
    cast(count(*) as integer) as addends,
    min(page) as page,
    min(line) as line,
    case when count(*) = 1 then min(total_ledger_id) end as ledger_id,
    {{ words_in_one('operand_ids') }} as operand_ids
from owned
where length(function_code) >= {{ length }}
group by amount_of, fund, substr(function_code, 1, {{ length }}), fiscal_year, phase, is_comparative
{{ 'union all' if not loop.last }}
{% endfor %}
