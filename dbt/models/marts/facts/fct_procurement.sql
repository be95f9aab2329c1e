{# Items of the procurement table, and the procurement columns of the expenditure table (no item there). #}
{% set headings = {
    'goods': words('procured_goods'), 'works': words('procured_works'), 'services': words('procured_services')
} %}
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
    {{ money("coalesce(" ~ measure('amount') ~ ", " ~ measure('procurement_total') ~ ", " ~ measure('total') ~ ")") }}
        as amount_cny,
    {{ money(measure('procurement_sme')) }} as sme_cny,
    {{ money(measure('procurement_small_micro')) }} as small_micro_cny,
    is_comparative,
    coalesce({{ measure('amount', 'ledger_id') }}, {{ measure('procurement_total', 'ledger_id') }}, {{ measure('total', 'ledger_id') }})
        as amount_ledger_id,
    {{ measure('procurement_sme', 'ledger_id') }} as sme_ledger_id,
    {{ measure('procurement_small_micro', 'ledger_id') }} as small_micro_ledger_id
from lines
group by
    document_id, table_number, row_number, statement_kind, organisation_id, organisation, department_id, department,
    fiscal_year, phase, classification, code, name_as_printed, row_role, is_comparative
order by document_id, table_number, row_number, fiscal_year, phase
