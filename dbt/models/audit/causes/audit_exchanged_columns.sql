{#
    Tables whose columns were taken for one another: in two columns at least, what the rest of the document prints of a
    figure stands in its row under another column, and not only zeros do. That is a reading we could have made, and accuses
    nobody.
#}
with places as (
    select entering.check_id, entering.figure_id, operands.document_id, operands.table_number
    from {{ ref('audit_entering') }} as entering
    inner join {{ ref('audit_operands') }} as operands
        on entering.operand_id = operands.operand_id and operands.source = 'statement'
    where entering.role <> 'evidence'
),

{# Figures that stand alone in their table against what is printed elsewhere. #}
alone as (
    select check_id, table_number, min(figure_id) as figure_id
    from places
    group by check_id, document_id, table_number
    having count(distinct figure_id) = 1
),

exchanged as (
    select figures.document_id, figures.table_number, figures.column_number, others.amount_cny
    from alone
    inner join {{ ref('audit_demands') }} as demands
        on alone.check_id = demands.check_id and alone.figure_id = demands.figure_id and demands.bound = 0
    inner join {{ ref('audit_figures') }} as figures on alone.figure_id = figures.ledger_id
    inner join {{ ref('audit_figures') }} as others
        on
            {{ same_row('figures', 'others') }}
            and figures.column_number <> others.column_number
    where abs(others.amount_cny - demands.demanded) <= demands.tolerance
)

select document_id, table_number
from exchanged
group by document_id, table_number
having count(distinct column_number) > 1 and max(abs(amount_cny)) > 0
