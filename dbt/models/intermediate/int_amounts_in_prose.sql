{#
    Amounts that the text states of an organisation, a function code or a project, by year and phase. Of several for one
    code the largest is its total and the others are parts; else the first stands, one that is said to be expenditure
    before one that may be income.
#}
{{ config(materialized='ephemeral') }}
with ranked as (
    select
        *,
        row_number() over (
            partition by document_id, organisation_id, subject, function_code, project_id, fiscal_year, phase
            order by distance nulls last, case when subject = 'function' then -amount_cny end nulls last,
                sequence nulls last, span_start nulls last, prose_id nulls last
        ) as choice
    from {{ ref('int_prose_amounts_named') }}
)

select
    document_id,
    organisation_id,
    organisation,
    department_id,
    department,
    case when subject in ('function', 'project') then subject else 'total' end as level,
    subject,
    fund,
    function_code,
    subject not in ('function', 'project') as is_counted,
    project_id,
    project_code,
    project_name,
    fiscal_year,
    phase,
    'prose' as source,
    distance,
    amount_cny,
    against_cny,
    cast(null as string) as carry_over_basis,
    cast(null as string) as units,
    cast(null as double) as step_cny,
    1 as addends,
    page,
    line,
    ledger_id,
    ledger_id as operand_ids
from ranked
where choice = 1
