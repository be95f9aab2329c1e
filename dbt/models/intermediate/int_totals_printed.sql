{#
    One row per document, organisation, year and phase: what is printed of all its expenditure. 本年支出合计 is spent;
    支出总计 also holds what is carried on. Where only the latter is printed the first follows from it (`derived`);
    where no table has either, the text may (`stated`).
#}
with lines as (
    select lines.*, statements.family, statements.expenditure_basis
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    where
        coalesce(lines.fund, statements.fund) = 'all'
        and (statements.family = 'balance' or statements.expenditure_basis = 'all_funds')
        and not lines.is_comparative
        and lines.horizon = 'year'
        and lines.amount_cny is not null
        and lines.organisation is not null
),

stated as (
    select
        document_id, organisation, organisation_id, department, department_id, fiscal_year, phase, table_number,
        row_number, page, line, statement_kind, ledger_id, reading_status, amount_cny, decimals,
        {{ unit_factor('unit_applied', 'true') }} as unit_factor,
        case
            when item in ('closing_balance', 'distribution') then 'closing'
            when item = 'expenditure_total' then 'balance'
            else 'grand_total'
        end as says
    from lines
    where
        family = 'balance' and measure = 'amount' and coalesce(side, 'expenditure') = 'expenditure'
        and item in ('expenditure_total', 'expenditure_grand_total', 'closing_balance', 'distribution')
    union all
    select
        document_id, organisation, organisation_id, department, department_id, fiscal_year, phase, table_number,
        row_number, page, line, statement_kind, ledger_id, reading_status, amount_cny, decimals,
        {{ unit_factor('unit_applied', 'true') }} as unit_factor,
        case when measure = 'total' then 'statement' else measure end as says
    from lines
    where
        expenditure_basis = 'all_funds' and item = 'total' and code is null
        and measure in ('total', 'basic', 'project', 'reserve')
    union all
    select
        document_id, organisation, organisation_id, department, department_id, fiscal_year, phase, table_number,
        row_number, page, line, cast(null as varchar) as statement_kind, ledger_id, 'untested' as reading_status, amount_cny, decimals,
        {{ unit_factor('unit_as_printed', 'true') }} as unit_factor,
        case
            when topic = 'closing_balance' then 'closing_stated'
            when topic = 'expenditure_total' then 'stated'
            when topic = 'project_total' then 'project_stated'
            else 'basic_stated'
        end as says
    from {{ ref('int_prose_amounts_owned') }}
    where
        role = 'level' and organisation is not null and amount_cny is not null
        and topic in ('expenditure_total', 'closing_balance', 'basic', 'project_total')
),

{# Each is printed in several places: the first that is no doubtful reading. #}
first_said as (
    select *
    from stated
    qualify
        row_number() over (
            partition by document_id, organisation, fiscal_year, phase, says
            order by
                case when reading_status = 'doubtful' then 1 else 0 end, table_number nulls last, row_number, page,
                line, ledger_id
        ) = 1
),

{% set said = ['balance', 'grand_total', 'closing', 'statement', 'stated', 'closing_stated', 'basic', 'project', 'reserve',
    'basic_stated', 'project_stated'] %}
side_by_side as (
    select
        document_id, organisation, max(organisation_id) as organisation_id, max(department) as department,
        max(department_id) as department_id, fiscal_year, phase
        {%- for name in said %},
        max(case when says = '{{ name }}' then amount_cny end) as {{ name }}_cny
        {%- endfor %}
    from first_said
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
inner join first_said as places
    on
        chosen.document_id = places.document_id
        and chosen.organisation = places.organisation
        and chosen.fiscal_year is not distinct from places.fiscal_year
        and chosen.phase is not distinct from places.phase
        and chosen.says = places.says
