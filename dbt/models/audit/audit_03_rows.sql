{# Identity 3: a row's total is basic, project and other expenditure, where either of the first two is printed. #}
with figures as (
    select * from {{ ref('audit_figures') }} where family = 'expenditure'
),

parts as (
    select *
    from figures
    where measure in ('basic', 'project', 'to_higher_level', 'operating', 'to_subordinates', 'reserve')
),

{# A table without a column for basic or for project expenditure shows only a part of the total. #}
split as (
    select document_id, table_number
    from {{ ref('fct_statement_lines') }}
    where measure in ('basic', 'project')
    group by document_id, table_number
    having count(distinct measure) = 2
)

select {{ addend('columns_sum_to_row_total') }}
from figures as anchors
inner join parts
    on
        {{ same_subject() }}
        and anchors.table_number = parts.table_number
        and anchors.row_number = parts.row_number
        and anchors.fund = parts.fund
inner join split on anchors.document_id = split.document_id and anchors.table_number = split.table_number
where
    anchors.measure = 'total'
    and exists (
        select 1 from parts as main
        where
            {{ same_subject('anchors', 'main') }}
            and anchors.table_number = main.table_number
            and anchors.row_number = main.row_number
            and main.measure in ('basic', 'project')
    )
