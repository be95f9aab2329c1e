{#
    One row per document, organisation, year and phase: what is printed of all its expenditure. 本年支出合计 is spent;
    支出总计 also holds what is carried on. Where only the latter is printed the first follows from it (`derived`);
    where no table has either, the text may (`stated`).
#}
{% set said = ['balance', 'grand_total', 'closing', 'statement', 'stated', 'closing_stated', 'basic', 'project', 'reserve',
    'basic_stated', 'project_stated'] %}
with side_by_side as (
    select
        document_id, organisation, max(organisation_id) as organisation_id, max(department) as department,
        max(department_id) as department_id, fiscal_year, phase
        {%- for name in said %},
        max(case when says = '{{ name }}' then amount_cny end) as {{ name }}_cny,
        max(case when says = '{{ name }}' then ledger_id end) as {{ name }}_ledger_id
        {%- endfor %}
    from {{ ref('int_totals_said') }}
    group by document_id, organisation, fiscal_year, phase
),

chosen as (
    select
        *,
        case
            when balance_cny is not null then 'balance'
            when statement_cny is not null then 'statement'
            when grand_total_cny is not null then 'grand_total'
            when stated_cny is not null then 'stated'
        end as says
    from side_by_side
)

select
    chosen.document_id,
    chosen.organisation,
    chosen.organisation_id,
    chosen.department,
    chosen.department_id,
    chosen.fiscal_year,
    chosen.phase,
    case chosen.says
        when 'balance' then chosen.balance_cny
        when 'statement' then chosen.statement_cny
        when 'grand_total' then chosen.grand_total_cny - coalesce(chosen.closing_cny, 0)
        else chosen.stated_cny - coalesce(chosen.closing_stated_cny, 0)
    end as expenditure_cny,
    case
        when chosen.says in ('balance', 'statement') then 'printed'
        when chosen.says = 'grand_total' or chosen.closing_stated_cny <> 0 then 'derived'
        else 'stated'
    end as basis,
    coalesce(chosen.grand_total_cny, case when chosen.says = 'stated' then chosen.stated_cny end) as grand_total_cny,
    coalesce(chosen.basic_cny, case when chosen.says = 'stated' then chosen.basic_stated_cny end) as basic_cny,
    coalesce(chosen.project_cny, case when chosen.says = 'stated' then chosen.project_stated_cny end) as project_cny,
    chosen.reserve_cny,
    coalesce(chosen.grand_total_ledger_id, case when chosen.says = 'stated' then chosen.stated_ledger_id end)
        as grand_total_ledger_id,
    case
        when chosen.basic_cny is not null then chosen.basic_ledger_id
        when chosen.says = 'stated' then chosen.basic_stated_ledger_id
    end as basic_ledger_id,
    case
        when chosen.project_cny is not null then chosen.project_ledger_id
        when chosen.says = 'stated' then chosen.project_stated_ledger_id
    end as project_ledger_id,
    chosen.reserve_ledger_id,
    case chosen.says
        when 'grand_total' then {{ sorted_words("concat_ws(' ', places.ledger_id, chosen.closing_ledger_id)") }}
        when 'stated' then {{ sorted_words("concat_ws(' ', places.ledger_id, chosen.closing_stated_ledger_id)") }}
        else places.ledger_id
    end as operand_ids,
    chosen.says = 'stated' as is_only_stated,
    places.table_number,
    places.row_number,
    places.page,
    places.line,
    places.statement_kind,
    places.ledger_id,
    places.reading_status,
    {{ half_unit('places.decimals', 'places.unit_factor') }} as half_unit_cny
from chosen
inner join {{ ref('int_totals_said') }} as places
    on
        chosen.document_id = places.document_id
        and chosen.organisation = places.organisation
        and chosen.fiscal_year is not distinct from places.fiscal_year
        and chosen.phase is not distinct from places.phase
        and chosen.says = places.says
