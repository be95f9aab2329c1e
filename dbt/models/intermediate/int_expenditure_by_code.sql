{# Expenditure by function code: printed fund rows, and what only all funds show of a code. #}
{% set places %}
    document_id, table_number, row_number, page, line, statement_kind, organisation, organisation_id, department,
    department_id, fiscal_year, phase, is_comparative, reading_status, function_code, function_code_as_printed, function_name,
    to_higher_level_cny, operating_cny, to_subordinates_cny, to_higher_level_ledger_id, operating_ledger_id,
    to_subordinates_ledger_id
{% endset %}

with printed as (
    select
        {{ places }}, fund, 'printed' as derivation, total_cny, basic_cny, project_cny,
        total_ledger_id, basic_ledger_id, basic_operand_ids, project_ledger_id, total_ledger_id as operand_ids
    from {{ ref('int_expenditure_rows_pivoted') }}
    where expenditure_basis = 'fund' and is_leaf
),

only_all_funds as (
    select
        {{ places }}, fund, 'printed' as derivation, total_cny, basic_cny, project_cny,
        total_ledger_id, basic_ledger_id, basic_operand_ids, project_ledger_id, total_ledger_id as operand_ids
    from {{ ref('int_expenditure_residuals') }}
    where not has_funds
),

residual as (
    select
        {{ places }},
        case
            when not has_general then 'all'
            when own_cny >= sum(residual_total_cny - tolerance_cny) over (
                partition by document_id, organisation, fiscal_year, phase
            ) then 'unit_funds'
            else 'unknown'
        end as fund,
        'residual' as derivation,
        residual_total_cny as total_cny,
        residual_basic_cny as basic_cny,
        residual_project_cny as project_cny,
        cast(null as string) as total_ledger_id,
        cast(null as string) as basic_ledger_id,
        cast(null as string) as basic_operand_ids,
        cast(null as string) as project_ledger_id,
        operand_ids
    from {{ ref('int_expenditure_residuals') }}
    left join {{ ref('int_own_income') }} using (document_id, organisation, fiscal_year, phase)
    where has_funds and residual_total_cny > tolerance_cny
),

derived as (
    select * from printed
    union all
    select * from only_all_funds
    union all
    select * from residual
)

select
    derived.*,
    case when organisations.kind = 'department' then 'department' else 'unit' end as consolidation,
    dense_rank() over (
        partition by
            derived.document_id, derived.organisation, derived.fiscal_year, derived.phase, derived.fund,
            derived.derivation, derived.function_code
        order by case when derived.reading_status = 'doubtful' then 1 else 0 end, derived.table_number nulls last
    ) = 1 as is_first_table
from derived
left join {{ ref('int_organisations_described') }} as organisations
    on derived.organisation_id = organisations.organisation_id
