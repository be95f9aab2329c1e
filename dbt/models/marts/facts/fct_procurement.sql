{# Items of the procurement table, and the procurement columns of the expenditure table (no item there). #}
{% set headings = {
    'goods': words('procured_goods'), 'works': words('procured_works'), 'services': words('procured_services')
} %}
{% set amounts = ['amount', 'procurement_total', 'total'] %}
{% set place %}
    document_id, table_number, row_number, statement_kind, organisation_id, organisation, department_id, department,
    fiscal_year, phase, classification, code, name_as_printed, row_role, is_comparative
{% endset %}
with lines as (
    select *
    from {{ ref('fct_statement_lines') }}
    where
        horizon = 'year'
        and (
            statement_kind = 'budget_procurement'
            or measure in ('procurement_total', 'procurement_sme', 'procurement_small_micro')
        )
)

select
    document_id,
    table_number,
    row_number,
    min(page) as page,
    min(line) as line,
    statement_kind,
    organisation_id,
    organisation,
    department_id,
    department,
    fiscal_year,
    phase,
    case when classification = 'procurement' then code end as item_code,
    name_as_printed as item_name,
    case
        {% for kind, pattern in headings.items() %}
        when code is null and row_role <> 'leaf' and regexp_matches(name_as_printed, '{{ pattern }}') then '{{ kind }}'
        {% endfor %}
        when classification <> 'procurement' then null
        when code like 'A%' then 'goods'
        when code like 'B%' then 'works'
        when code like 'C%' then 'services'
    end as kind,
    row_role,
    {{ money('coalesce(' ~ money_of(amounts[0]) ~ ', ' ~ money_of(amounts[1]) ~ ', ' ~ money_of(amounts[2]) ~ ')') }}
        as amount_cny,
    {{ money(money_of('procurement_sme')) }} as sme_cny,
    {{ money(money_of('procurement_small_micro')) }} as small_micro_cny,
    is_comparative,
    {{ first_stated(amounts, ledger_id_of) }} as amount_ledger_id,
    {{ first_stated(amounts, operand_ids_of) }} as amount_operand_ids,
    {{ ledger_id_of('procurement_sme') }} as sme_ledger_id,
    {{ ledger_id_of('procurement_small_micro') }} as small_micro_ledger_id
from {{ of_all_funds('lines', place) }} as lines
group by {{ place }}
order by document_id, table_number, row_number, fiscal_year, phase
