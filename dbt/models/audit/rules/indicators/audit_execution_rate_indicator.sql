{#
    Identity 19: the execution rate that a table states as an indicator is that of the amounts in its total row. Which
    amounts are meant is not printed: any that give the rate will do, else those executed against those planned.
#}
with rates as (
    select *
    from {{ ref('audit_indicator_names') }}
    where
        actual is not null and actual_counter = '%'
        and regexp_matches(own_name, '{{ words('execution_rate') }}')
),

totals as (
    select
        document_id,
        table_number,
        row_number,
        ledger_id,
        amount_cny,
        coalesce(project_name, '') as project_name,
        measure = 'executed' or (measure = 'fiscal_appropriation' and column_label like '%{{ words('executed') }}%') as is_executed,
        measure in ('executed', 'revised') as is_main
    from {{ ref('audit_figures') }}
    where
        family = 'projects' and row_role = 'total'
        and measure in ('executed', 'revised', 'approved', 'fiscal_appropriation')
),

bases as (
    select
        rates.actual_operand_id as anchor_id,
        executed.ledger_id as executed_id,
        planned.ledger_id as planned_id,
        row_number() over (
            partition by rates.actual_operand_id
            order by
                case
                    when
                        abs(rates.actual - 100 * cast(executed.amount_cny as double) / planned.amount_cny)
                        <= greatest(2 * rates.actual_half_unit, 0.01)
                        then 0
                    when executed.is_main and planned.is_main then 1
                    else 2
                end nulls last,
                executed.row_number nulls last, executed.ledger_id nulls last, planned.ledger_id nulls last
        ) as choice
    from rates
    inner join totals as executed
        on
            {{ same_table('rates', 'executed') }}
            and (coalesce(rates.project_name, '') = executed.project_name or rates.scope = 'organisation')
            and executed.is_executed
    inner join totals as planned
        on
            {{ same_row('executed', 'planned') }}
            and executed.project_name = planned.project_name
            and not planned.is_executed
    where planned.amount_cny > 0 and (rates.scope = 'project' or executed.project_name = '')
)

select {{ enters('execution_rate_indicator', 'anchor_id', 'executed_id', role='numerator') }}
from bases
where choice = 1

union all

select {{ enters('execution_rate_indicator', 'anchor_id', 'planned_id', role='denominator') }}
from bases
where choice = 1
