{# What became of a year's money: approved, revised and executed beside each other, additive rows only. #}
with rows as (
    select *
    from {{ ref('fct_expenditure') }}
    where is_additive
)

select
    fiscal_year,
    department as department_name,
    fund,
    function_code,
    max(function_name) as function_name,
    {{ money("sum(case when phase = 'approved' then total_cny end)") }} as approved_cny,
    {{ money("sum(case when phase = 'revised' then total_cny end)") }} as revised_cny,
    {{ money("sum(case when phase = 'executed' then total_cny end)") }} as executed_cny,
    cast(
        sum(case when phase = 'executed' then total_cny end)
        / nullif(sum(case when phase = 'approved' then total_cny end), 0) as decimal(28, 6)
    ) as executed_to_approved,
    department_id
from rows
group by fiscal_year, department, fund, function_code, department_id
order by fiscal_year, department_name, fund, function_code
