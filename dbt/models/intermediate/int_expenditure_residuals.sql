{#
    One row per lowest code of a statement of all funds: what it exceeds the fund statements by, each where it prints
    the code first, and what rounding explains of that. What its columns give of a single fund is a part of what it gives of all, where it prints both.
#}
with rows as (
    select
        *,
        max(case when fund = 'all' then 1 else 0 end) over (
            partition by document_id, organisation, fiscal_year, phase, expenditure_basis
        ) = 1 as has_all
    from {{ ref('int_expenditure_rows_pivoted') }}
),

statements as (
    select
        document_id,
        organisation,
        fiscal_year,
        phase,
        max(case when expenditure_basis = 'fund' then 1 else 0 end) = 1 as has_funds,
        max(case when expenditure_basis = 'fund' and fund = 'general_public_budget' then 1 else 0 end) = 1
            as has_general,
        max(case when expenditure_basis = 'fund' and reading_status = 'doubtful' then 1 else 0 end) = 1 as has_doubt
    from rows
    group by document_id, organisation, fiscal_year, phase
),

funds as (
    select
        document_id,
        organisation,
        fiscal_year,
        phase,
        function_code,
        sum(total_cny) as total_cny,
        sum(basic_cny) as basic_cny,
        sum(project_cny) as project_cny,
        sum(half_unit_cny) as half_unit_cny,
        {{ ids_in_one('total_ledger_id') }} as operand_ids
    from (
        select
            *,
            {{ half_unit('decimals', 'unit_factor') }} as half_unit_cny,
            dense_rank() over (
                partition by document_id, organisation, fiscal_year, phase, fund, function_code
                order by case when reading_status = 'doubtful' then 1 else 0 end, table_number nulls last
            ) as time_printed
        from rows
        where expenditure_basis = 'fund'
    ) as fund_rows
    where time_printed = 1
    group by document_id, organisation, fiscal_year, phase, function_code
)

select
    {{ all_but('rows', 'has_all, reading_status') }},
    statements.has_funds,
    statements.has_general,
    case when statements.has_doubt then 'doubtful' else rows.reading_status end as reading_status,
    rows.total_cny - coalesce(funds.total_cny, 0) as residual_total_cny,
    {{ sorted_words("concat_ws(' ', rows.total_ledger_id, funds.operand_ids)") }} as operand_ids,
    rows.basic_cny - coalesce(funds.basic_cny, 0) as residual_basic_cny,
    rows.project_cny - coalesce(funds.project_cny, 0) as residual_project_cny,
    {{ half_unit('rows.decimals', 'rows.unit_factor') }} + coalesce(funds.half_unit_cny, 0) as tolerance_cny
from rows
inner join statements
    on
        rows.document_id = statements.document_id
        and rows.organisation is not distinct from statements.organisation
        and rows.fiscal_year is not distinct from statements.fiscal_year
        and rows.phase is not distinct from statements.phase
left join funds
    on
        rows.document_id = funds.document_id
        and rows.organisation is not distinct from funds.organisation
        and rows.fiscal_year is not distinct from funds.fiscal_year
        and rows.phase is not distinct from funds.phase
        and rows.function_code = funds.function_code
where rows.expenditure_basis = 'all_funds' and rows.is_leaf and (rows.fund = 'all' or not rows.has_all)
