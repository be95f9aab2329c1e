{#
    One row per document, organisation, year, phase, layer and class (类) that a summary prints: `balance`, that of all
    funds; `appropriation`, that of the appropriations. The rows of a summary name their class and need not bear a code.
#}
with named as (
    select {{ comparable_code_name('function_name') }} as class_name, min(function_code) as class_code
    from (
        select function_code, function_name from {{ ref('function_codes') }}
        union
        select function_code, older_name as function_name from {{ ref('function_codes') }}
    ) as names
    where length(function_code) = 3 and function_name is not null
    group by 1
),

lines as (
    select
        lines.*,
        case when coalesce(lines.fund, statements.fund) = 'all' then 'balance' else 'appropriation' end as layer,
        coalesce(case when length(lines.code) = 3 then lines.code end, named.class_code) as class_code
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_statements_described') }} as statements on lines.statement_kind = statements.statement_kind
    left join named on {{ comparable_code_name(without_numbering('lines.name_as_printed')) }} = named.class_name
    where
        statements.family = 'balance'
        and coalesce(lines.fund, statements.fund) in ('all', 'fiscal_appropriation')
        and lines.side = 'expenditure'
        and lines.measure in ('amount', 'total')
        and lines.item is null
        and not lines.is_comparative
        and lines.horizon = 'year'
        and lines.amount_cny is not null
)

select
    document_id,
    organisation,
    fiscal_year,
    phase,
    layer,
    class_code,
    table_number,
    row_number,
    page,
    line,
    statement_kind,
    ledger_id,
    reading_status,
    name_as_printed,
    amount_cny,
    {{ half_unit('decimals', unit_factor('unit_applied', 'true')) }} as half_unit_cny
from lines
where class_code is not null
qualify
    row_number() over (
        partition by document_id, organisation, fiscal_year, phase, layer, class_code
        order by table_number nulls last, row_number nulls last, column_number nulls last
    ) = 1
