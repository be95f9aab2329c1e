{#
    What is printed only by class (类), or only in the total: a row for each class, or one for the total, by which a
    summary of all funds exceeds the statements by code. None is derived where the summary contradicts them: where its
    classes do not sum to its total, or one of them is less than theirs. What a document withholds as secret stays so.
#}
with totals as ({{ totals_beside_statements() }}),

by_class as (
    select
        *,
        case
            when not has_statements then 'all'
            when abs(remaining_cny - fiscal_cny) <= tolerance_cny then 'fiscal_appropriation'
            when abs(fiscal_cny) <= tolerance_cny and own_cny > 0 then 'unit_funds'
            else 'unknown'
        end as fund
    from {{ ref('int_expenditure_classes_compared') }}
    left join {{ ref('int_own_income') }} using (document_id, organisation, fiscal_year, phase)
    where is_complete and agrees and remaining_cny > tolerance_cny and (is_printed or not is_secret)
),

in_total as (
    select *
    from totals
    where
        remaining_cny > tolerance_cny
        and not is_of_all_funds
        and not is_secret
        and not has_unread
        and not (is_only_stated and has_statements)
        and not exists (
            select 1
            from {{ ref('int_expenditure_classes_compared') }} as classes
            where
                {{ same_period('classes', 'totals') }}
                and classes.organisation = totals.organisation
                and classes.is_complete
        )
),

{% set shared %}
document_id, table_number, row_number, page, line, statement_kind, organisation, organisation_id, department,
        department_id, fiscal_year, phase, reading_status, remaining_cny as total_cny,
        residual_operand_ids as operand_ids, case when is_of_units then 'unit' else consolidation end as consolidation
{% endset %}
remaining as (
    select
        {{ shared }},
        class_code as function_code, name_as_printed as function_name, fund,
        cast(null as decimal(20, 2)) as basic_cny, cast(null as decimal(20, 2)) as project_cny,
        case when not has_statements then ledger_id end as total_ledger_id,
        cast(null as string) as basic_ledger_id, cast(null as string) as project_ledger_id
    from by_class
    union all
    select
        {{ shared }},
        cast(null as string) as function_code, cast(null as string) as function_name,
        case when has_statements then 'unknown' else 'all' end as fund,
        case when not has_statements then basic_cny end as basic_cny,
        case when not has_statements then project_cny end as project_cny,
        case when not has_statements and basis <> 'derived' then ledger_id end as total_ledger_id,
        case when not has_statements then basic_ledger_id end as basic_ledger_id,
        case when not has_statements then project_ledger_id end as project_ledger_id
    from in_total
)

select
    *,
    'residual' as derivation,
    false as is_comparative,
    true as is_first_table,
    cast(null as string) as function_code_as_printed,
    cast(null as string) as basic_operand_ids,
    {% for name in ['to_higher_level', 'operating', 'to_subordinates'] %}
    cast(null as decimal(20, 2)) as {{ name }}_cny,
    cast(null as string) as {{ name }}_ledger_id{{ ',' if not loop.last }}
    {% endfor %}
from remaining
