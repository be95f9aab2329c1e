{#
    What is printed only by class (类), or only in the total: a row for each class, or one for the total, by which a
    summary of all funds exceeds the statements by code. None is derived where the summary contradicts them: where its
    classes do not sum to its total, or one of them is less than theirs. What a document withholds as secret stays so.
#}
with totals as ({{ totals_beside_statements() }}),

{# What a department's summary holds of its units is not derived of them once more. #}
counted as (
    select *
    from totals
    where not exists (
        select 1
        from totals as whole
        where
            {{ same_period('whole', 'totals') }}
            and whole.organisation = totals.department
            and totals.organisation <> totals.department
    )
),

classes as (
    select
        summaries.*,
        totals.organisation_id, totals.department, totals.department_id, totals.has_statements, totals.is_of_units,
        totals.consolidation, totals.is_secret,
        totals.expenditure_cny,
        totals.half_unit_cny as half_unit_of_total,
        coalesce(stated.is_printed, true) as is_printed,
        summaries.amount_cny - coalesce(stated.amount_cny, 0) as remaining_cny,
        summaries.half_unit_cny + coalesce(stated.half_unit_cny, 0) as tolerance_cny,
        appropriation.amount_cny - coalesce(stated.amount_cny, 0) as fiscal_cny,
        {{ sorted_words("concat_ws(' ', summaries.ledger_id, stated.operand_ids)") }} as residual_operand_ids
    from {{ ref('int_expenditure_summaries') }} as summaries
    inner join counted as totals
        on {{ same_period('summaries', 'totals') }} and summaries.organisation = totals.organisation
    left join {{ ref('int_expenditure_classes') }} as stated
        on
            {{ same_period('summaries', 'stated') }}
            and summaries.organisation = stated.owner
            and summaries.class_code = stated.class_code
    left join {{ ref('int_expenditure_summaries') }} as appropriation
        on
            {{ same_period('summaries', 'appropriation') }}
            and summaries.organisation = appropriation.organisation
            and summaries.class_code = appropriation.class_code
            and appropriation.layer = 'appropriation'
    where summaries.layer = 'balance'
),

summed as (
    select
        *,
        abs(expenditure_cny - sum(amount_cny) over whole) <= half_unit_of_total + sum(half_unit_cny) over whole
            as is_complete,
        min(remaining_cny + tolerance_cny) over whole >= 0 as agrees
    from classes
    window whole as (partition by document_id, organisation, fiscal_year, phase)
),

by_class as (
    select
        *,
        case
            when not has_statements then 'all'
            when abs(remaining_cny - fiscal_cny) <= tolerance_cny then 'fiscal_appropriation'
            when abs(fiscal_cny) <= tolerance_cny and own_cny > 0 then 'unit_funds'
            else 'unknown'
        end as fund
    from summed
    left join {{ ref('int_own_income') }} using (document_id, organisation, fiscal_year, phase)
    where is_complete and agrees and remaining_cny > tolerance_cny and (is_printed or not is_secret)
),

in_total as (
    select counted.*
    from counted
    where
        remaining_cny > tolerance_cny
        and not is_of_all_funds
        and not is_secret
        and not has_unread
        and not (is_only_stated and has_statements)
        and not exists (
            select 1
            from summed
            where {{ same_period('summed', 'counted') }} and summed.organisation = counted.organisation and summed.is_complete
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
        case when not has_statements then ledger_id end as total_ledger_id
    from by_class
    union all
    select
        {{ shared }},
        cast(null as string) as function_code, cast(null as string) as function_name,
        case when has_statements then 'unknown' else 'all' end as fund,
        case when not has_statements then basic_cny end as basic_cny,
        case when not has_statements then project_cny end as project_cny,
        case when not has_statements and basis <> 'derived' then ledger_id end as total_ledger_id
    from in_total
)

select
    *,
    'residual' as derivation,
    false as is_comparative,
    true as is_first_table,
    cast(null as string) as function_code_as_printed,
    cast(null as string) as basic_ledger_id,
    cast(null as string) as project_ledger_id,
    {% for name in ['to_higher_level', 'operating', 'to_subordinates'] %}
    cast(null as decimal(20, 2)) as {{ name }}_cny,
    cast(null as string) as {{ name }}_ledger_id{{ ',' if not loop.last }}
    {% endfor %}
from remaining
