{#
    Numbers of first-level projects whose self-evaluation the text states for each fund with its money, where that money
    is all that the forms of the document print: then as many forms should be printed. `choice` is their order.
#}
with stated as (
    select
        counts.document_id,
        counts.stated_count_id,
        row_number() over (
            partition by counts.document_id order by counts.sequence nulls last, counts.span_start nulls last
        ) as choice,
        count(*) over (partition by counts.document_id) as times_stated,
        count(amounts.value) over (partition by counts.document_id) as amounts_stated,
        sum(amounts.value) over (partition by counts.document_id) as stated_cny,
        sum(amounts.half_unit) over (partition by counts.document_id) as rounding_cny
    from {{ ref('fct_stated_counts') }} as counts
    left join {{ ref('audit_operands_prose') }} as amounts on counts.amount_id = amounts.operand_id
    where counts.kind = 'first_level_projects' and counts.is_all
),

printed as (
    select
        projects.document_id,
        sum(figures.amount_cny) as printed_cny,
        sum(figures.half_unit_cny) as rounding_cny
    from {{ ref('fct_projects') }} as projects
    inner join {{ ref('dim_statements') }} as statements on projects.statement_kind = statements.statement_kind
    inner join {{ ref('audit_figures') }} as figures on projects.executed_ledger_id = figures.ledger_id
    where statements.project_source = 'self_evaluations'
    group by projects.document_id
)

select stated.document_id, stated.stated_count_id, stated.choice
from stated
inner join printed on stated.document_id = printed.document_id
where
    stated.times_stated = stated.amounts_stated
    and abs(stated.stated_cny - printed.printed_cny) <= stated.rounding_cny + printed.rounding_cny
