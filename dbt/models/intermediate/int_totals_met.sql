{#
    One row per document, organisation, year and phase with a printed total or rows that count: the total beside the sum
    of the rows that count. A department has those of its units. Where some of these do not say what they are for, nothing
    is said of basic and project expenditure in all.
#}
{% set funds = ['general_public_budget', 'government_fund_budget', 'state_capital_budget', 'unit_funds'] %}
with rows as (
    select
        rows.*,
        case when documents.document_scope = 'unit' then 1 else 0 end as is_unit_document,
        case
            when
                coalesce(basic_cny, project_cny, to_higher_level_cny, operating_cny, to_subordinates_cny) is null
                and total_cny <> 0
                then 1
            else 0
        end as is_without_use
    from {{ ref('int_expenditure_counted') }} as rows
    inner join {{ ref('int_documents_described') }} as documents on rows.document_id = documents.document_id
    where rows.is_additive
),

counted as (
    select *, organisation_id as owner_id, organisation as owner from rows
    union all
    select *, department_id as owner_id, department as owner from rows where department_id <> organisation_id and is_unit_document = 0
),

additive as (
    select
        document_id, owner_id, owner, fiscal_year, phase,
        max(department_id) as department_id,
        sum(total_cny) as additive_cny,
        case when max(is_without_use) = 0 then sum(basic_cny) end as basic_cny,
        case when max(is_without_use) = 0 then sum(project_cny) end as project_cny,
        {%- for fund in funds %}
        sum(case when fund = '{{ fund }}' then total_cny end) as {{ fund }}_cny,
        {%- endfor %}
        sum(case when fund not in ('{{ funds | join("', '") }}') then total_cny end) as other_funds_cny,
        count(*) as addends,
        max(case when organisation_id = owner_id and department_id <> organisation_id then 1 else 0 end) as is_of_a_unit,
        max(is_unit_document) as is_alone
    from counted
    group by document_id, owner_id, owner, fiscal_year, phase
)

select
    coalesce(totals.document_id, additive.document_id) as document_id,
    coalesce(totals.organisation_id, additive.owner_id) as organisation_id,
    coalesce(totals.organisation, additive.owner) as organisation,
    coalesce(totals.department_id, additive.department_id) as department_id,
    coalesce(totals.fiscal_year, additive.fiscal_year) as fiscal_year,
    coalesce(totals.phase, additive.phase) as phase,
    totals.expenditure_cny,
    totals.basis,
    additive.additive_cny,
    totals.grand_total_cny,
    coalesce(totals.basic_cny, additive.basic_cny) as basic_cny,
    coalesce(totals.project_cny, additive.project_cny) as project_cny,
    totals.reserve_cny,
    {%- for fund in funds %}
    additive.{{ fund }}_cny,
    {%- endfor %}
    additive.other_funds_cny,
    totals.half_unit_cny * (coalesce(additive.addends, 0) + 1) as tolerance_cny,
    totals.table_number,
    totals.row_number,
    totals.page,
    totals.line,
    totals.ledger_id,
    totals.grand_total_ledger_id,
    totals.basic_ledger_id,
    totals.project_ledger_id,
    totals.reserve_ledger_id,
    totals.operand_ids
from {{ ref('int_totals_printed') }} as totals
full outer join additive
    on {{ same_period('totals', 'additive') }} and totals.organisation_id = additive.owner_id
{# A unit within its department's document has a row of its own only where its total is printed there. #}
where totals.document_id is not null or additive.is_of_a_unit = 0 or additive.is_alone = 1
