{#
    One row per document, owner, year, phase and class (类): what the statements by code come to. That of all funds is
    taken where there is one, else those of the funds together; a class that is printed is taken as printed. Owners are
    the organisations, and a department whose units the document prints: their sum.
#}
with rows as (
    select
        *,
        substr(function_code, 1, 3) as class_code,
        length(function_code) = 3 as is_class,
        max(case when length(function_code) = 3 then 1 else 0 end) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, fund, substr(function_code, 1, 3)
        ) = 1 as has_class,
        min(table_number) over (
            partition by document_id, organisation, fiscal_year, phase, statement_kind, fund
        ) as first_table
    from {{ ref('int_expenditure_rows_pivoted') }}
    where
        (expenditure_basis = 'fund' or (expenditure_basis = 'all_funds' and fund = 'all'))
        and not is_comparative
        and total_cny is not null
        and organisation is not null
),

statements as (
    select
        document_id, organisation, department, fiscal_year, phase, class_code, expenditure_basis,
        sum(total_cny) as amount_cny,
        sum({{ half_unit('decimals', 'unit_factor') }}) as half_unit_cny,
        {{ ids_in_one('total_ledger_id') }} as operand_ids,
        min(case when has_class then 1 else 0 end) as is_printed
    from rows
    where case when has_class then is_class else is_leaf end and table_number = first_table
    group by document_id, organisation, department, fiscal_year, phase, class_code, expenditure_basis
    qualify
        expenditure_basis = min(expenditure_basis) over (partition by document_id, organisation, fiscal_year, phase)
),

owned as (
    select *, organisation as owner, false as is_of_units from statements
    union all
    select *, department as owner, true as is_of_units from statements where department <> organisation
)

select
    document_id,
    owner,
    fiscal_year,
    phase,
    class_code,
    is_of_units,
    min(expenditure_basis) = 'all_funds' as is_of_all_funds,
    min(is_printed) = 1 as is_printed,
    sum(amount_cny) as amount_cny,
    sum(half_unit_cny) as half_unit_cny,
    {{ words_in_one('operand_ids') }} as operand_ids
from owned
group by document_id, owner, fiscal_year, phase, class_code, is_of_units
{# Units count before their department, as they do in what may be summed. #}
qualify is_of_units = max(is_of_units) over (partition by document_id, owner, fiscal_year, phase)
