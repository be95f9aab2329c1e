{#
    Identity 9: the execution rate of a project is its outturn over its revised budget: in the row of a table of money,
    and between the labelled figures of a form. A source that pays for the whole project repeats its rate: once is
    enough.
#}
with rates as (
    select * from {{ ref('audit_operands_execution_rates') }}
),

figures as (
    select * from {{ ref('audit_figures') }} where measure in ('revised', 'executed')
),

rated as (
    select
        rates.operand_id as anchor_id,
        executed.ledger_id as executed_id,
        revised.ledger_id as revised_id,
        row_number() over (
            partition by
                rates.document_id, rates.table_number, rates.value, executed.amount_cny, revised.amount_cny
            order by rates.row_number nulls last
        ) as printing
    from rates
    inner join figures as executed
        on
            {{ same_row('rates', 'executed') }}
            and executed.measure = 'executed'
    inner join figures as revised
        on
            {{ same_row('rates', 'revised') }}
            and revised.measure = 'revised'
    where revised.amount_cny <> 0
),

complete as (
    select anchor_id, executed_id, revised_id from rated where printing = 1

    union

    select projects.execution_rate_ledger_id, projects.executed_ledger_id, projects.revised_ledger_id
    from {{ ref('fct_projects') }} as projects
    inner join rates on projects.execution_rate_ledger_id = rates.operand_id
    where projects.executed_ledger_id is not null and projects.revised_cny <> 0
)

{% for figure, role in [('executed', 'numerator'), ('revised', 'denominator')] %}
select {{ enters('execution_rate_follows', 'anchor_id', figure ~ '_id', role=role) }}
from complete
{{ 'union all' if not loop.last }}
{% endfor %}
