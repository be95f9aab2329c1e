{#
    Identity 2: categories sum to the total row of their organisation, where all are of one classification. A category
    that no table prints a code for is one of functions if it bears the name of one.
#}
with anchors as (
    select *
    from {{ ref('audit_figures') }}
    where
        year_item in ('total', 'expenditure_total')
        and code is null
        and project_name is null
        and (
            family in ('expenditure', 'income', 'basic', 'operation', 'procurement')
            or (family = 'balance' and side = 'expenditure')
        )
),

standard_names as (
    {% for name in ['function_name', 'older_name'] %}
    select {{ comparable_code_name(name) }} as name_key
    from {{ ref('function_codes') }}
    where level = 1 and {{ name }} is not null
    {{ 'union' if not loop.last }}
    {% endfor %}
),

classified as (
    select
        nodes.*,
        case when standard_names.name_key is not null then 'function' else nodes.classification end as known_classification
    from {{ ref('audit_nodes') }} as nodes
    left join standard_names
        on
            nodes.classification = 'none'
            and nodes.family = 'balance'
            and {{ comparable_code_name('nodes.name_as_printed') }} = standard_names.name_key
    where nodes.level = 1
),

categories as (
    select
        *,
        min(known_classification) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, side, fund, measure
        ) as first_classification,
        max(known_classification) over (
            partition by document_id, table_number, organisation, fiscal_year, phase, side, fund, measure
        ) as last_classification
    from classified
),

parts as (
    select * from categories where first_classification = last_classification
),

outside_codes as (
    select *
    from {{ ref('audit_figures') }}
    where family = 'balance' and item in ('to_higher_level', 'to_subordinates')
),

totals as (
    select distinct anchors.ledger_id
    from anchors
    inner join parts on {{ same_block() }}
)

select {{ addend('categories_sum_to_total') }}
from anchors
inner join parts on {{ same_block() }}

union all

select {{ addend('categories_sum_to_total', part='outside_codes') }}
from anchors
inner join totals on anchors.ledger_id = totals.ledger_id
inner join outside_codes on {{ same_block('anchors', 'outside_codes') }}
where anchors.year_item = 'expenditure_total'
