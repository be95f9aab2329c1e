{# Identity 5: fund tables agree with their columns of the appropriation summary, and the columns with its total. #}
with appropriation as (
    select *
    from {{ ref('audit_figures') }}
    where
        statement_kind in ('final_appropriation', 'budget_appropriation')
        and side = 'expenditure' and measure = 'amount' and printing = 1
),

{# A fund with a column of which beside its own: the columns do not sum. #}
repeated as (
    select distinct document_id, table_number
    from appropriation
    group by document_id, table_number, row_number, organisation, fiscal_year, phase, fund
    having count(*) > 1
),

fund_tables as (
    select *
    from {{ ref('audit_figures') }}
    where
        statement_kind in ('final_general_expenditure', 'final_government_fund', 'final_state_capital')
        and measure = 'total' and printing = 1
),

all_funds as (
    select figures.*
    from {{ ref('audit_figures') }} as figures
    where figures.expenditure_basis = 'all_funds' and figures.fund = 'all' and figures.measure = 'total' and figures.printing = 1
),

any_funds as (
    select *
    from {{ ref('audit_figures') }}
    where expenditure_basis = 'fund' and measure = 'total' and printing = 1
)

select {{ addend('fund_table_equals_appropriation') }}
from appropriation as anchors
inner join fund_tables as parts on {{ same_subject() }} and anchors.fund = parts.fund
where (anchors.year_item = 'expenditure_total' and parts.item = 'total') or anchors.code = parts.code

union all

select {{ addend('funds_sum_to_appropriation') }}
from appropriation as anchors
inner join appropriation as parts
    on {{ same_subject() }} and anchors.table_number = parts.table_number and anchors.row_number = parts.row_number
left join repeated on anchors.document_id = repeated.document_id and anchors.table_number = repeated.table_number
where
    anchors.is_whole_row
    and anchors.fund = 'fiscal_appropriation'
    and parts.fund <> 'fiscal_appropriation'
    and repeated.document_id is null

union all

select {{ addend('fund_tables_exceed_all_funds') }}
from all_funds as anchors
inner join any_funds as parts on {{ same_subject() }} and anchors.code = parts.code
where anchors.classification = 'function'
