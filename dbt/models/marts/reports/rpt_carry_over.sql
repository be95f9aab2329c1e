{#
    Of several statements of one fund the summary counts before the columns of another. Several rows of one kind in it
    are added (上年结转, 上年实户资金余额), unless one of them is the sum of the others.
#}
{% set kinds = {'opening': 'opening', 'use_of_surplus': 'used', 'distribution': 'distributed', 'closing': 'closing'} %}
with stated as (
    select
        balances.*,
        statements.family,
        dense_rank() over (
            partition by
                balances.document_id, balances.organisation_id, balances.fiscal_year, balances.phase, balances.fund, balances.kind
            order by case when statements.family = 'balance' then 0 else 1 end, balances.table_number nulls last
        ) as place
    from {{ ref('fct_balances') }} as balances
    inner join {{ ref('dim_statements') }} as statements on balances.statement_kind = statements.statement_kind
    where balances.amount_cny is not null and not balances.is_comparative
),

by_kind as (
    select
        document_id, organisation_id, fiscal_year, phase, fund, kind,
        max(organisation) as organisation,
        case
            when max(family) = 'balance' and max(amount_cny) <> sum(amount_cny) - max(amount_cny) then sum(amount_cny)
            else max(amount_cny)
        end as amount_cny,
        {{ ids_in_one('ledger_id') }} as ledger_ids,
        min(table_number) as table_number,
        min(page) as page,
        min(line) as line
    from stated
    where place = 1
    group by document_id, organisation_id, fiscal_year, phase, fund, kind
),

beside as (
    select
        document_id, organisation_id, fiscal_year, phase, fund,
        max(organisation) as organisation,
        {% for kind, name in kinds.items() %}
        max(case when kind = '{{ kind }}' then amount_cny end) as {{ name }}_cny,
        max(case when kind = '{{ kind }}' then ledger_ids end) as {{ name }}_ledger_ids,
        max(case when kind = '{{ kind }}' then page end) as {{ name }}_page,
        max(case when kind = '{{ kind }}' then line end) as {{ name }}_line,
        {% endfor %}
        min(table_number) as table_number
    from by_kind
    group by document_id, organisation_id, fiscal_year, phase, fund
),

{# What is spent of each fund of a summary; all of it as the totals tell, which also know the text. #}
spent as (
    select
        lines.document_id, lines.organisation_id, lines.fiscal_year, lines.phase, coalesce(lines.fund, statements.fund) as fund,
        max(lines.amount_cny) as amount_cny,
        max(lines.ledger_id) as ledger_id
    from {{ ref('fct_statement_lines') }} as lines
    inner join {{ ref('dim_statements') }} as statements on lines.statement_kind = statements.statement_kind
    where
        statements.family = 'balance' and lines.item = 'expenditure_total' and lines.measure = 'amount'
        and lines.horizon = 'year' and lines.disclosure = 'figure'
        and coalesce(lines.fund, statements.fund) <> 'all'
    group by lines.document_id, lines.organisation_id, lines.fiscal_year, lines.phase, coalesce(lines.fund, statements.fund)
    having count(distinct lines.amount_cny) = 1
    union all
    select document_id, organisation_id, fiscal_year, phase, 'all' as fund, printed_expenditure_cny as amount_cny, ledger_id
    from {{ ref('fct_totals') }}
    where printed_expenditure_cny is not null
),

compared as (
    select beside.*, spent.amount_cny as spending_cny, spent.ledger_id as spending_ledger_id
    from beside
    left join spent
        on
            {{ same_period('beside', 'spent') }}
            and beside.organisation_id is not distinct from spent.organisation_id
            and beside.fund = spent.fund
),

{% set ids = "concat_ws(' ', compared." ~ kinds.values() | join("_ledger_ids, compared.") ~ "_ledger_ids, compared.spending_ledger_id)" %}
findings as ({{ figure_findings('compared', ids) }}),

statuses as ({{ stated_statuses('compared', ids) }})

select
    documents.document_file,
    compared.organisation as organisation_name,
    organisations.region_code,
    compared.fiscal_year,
    compared.phase,
    compared.fund,
    {% for name in kinds.values() %}
    {{ money('compared.' ~ name ~ '_cny') }} as {{ name }}_cny,
    {% endfor %}
    {{ money('compared.spending_cny') }} as spending_cny,
    {{ rate('compared.closing_cny', 'compared.spending_cny') }} as closing_share,
    {% for name in kinds.values() %}
    compared.{{ name }}_page,
    compared.{{ name }}_line,
    compared.{{ name }}_ledger_ids,
    {% endfor %}
    compared.spending_ledger_id,
    compared.document_id,
    compared.organisation_id,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids
from compared
inner join {{ ref('dim_documents') }} as documents on compared.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on compared.organisation_id = organisations.organisation_id
left join {{ ref('fct_totals') }} as totals
    on {{ same_period('compared', 'totals') }} and compared.organisation_id is not distinct from totals.organisation_id
left join findings on {{ ids }} = findings.ids
left join statuses on {{ ids }} = statuses.ids
where documents.is_current and coalesce(totals.is_counted, true)
order by document_file, organisation_name, fiscal_year, phase, fund
