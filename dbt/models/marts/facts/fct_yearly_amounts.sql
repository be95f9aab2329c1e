{#
    One amount of each thing, year and phase: a table's before one in the text, that of the document which is about the
    year and phase before another's. What a document says of the year before its own stands beside it, as comparative.
#}
select
    chosen.series_id,
    chosen.organisation_id,
    organisation,
    department_id,
    department,
    chosen.fiscal_year,
    chosen.phase,
    is_comparative,
    level,
    subject,
    fund,
    function_code,
    is_counted,
    project_id,
    project_code,
    project_name,
    source,
    {{ money('chosen.amount_cny') }} as amount_cny,
    cast(addends as integer) as addends,
    chosen.document_id,
    chosen.page,
    chosen.line,
    chosen.ledger_id,
    scope,
    units,
    carry_over_basis,
    {{ money('against_cny') }} as against_cny,
    {{ as_decimal('coalesce(step_cny, ' ~ printed_step('ledger') ~ ', 0)', 20, 2) }} as step_cny,
    case when addends > 1 or chosen.ledger_id is null then operand_ids end as operand_ids
from {{ ref('int_amounts_chosen') }} as chosen
left join {{ ref('fct_ledger') }} as ledger on chosen.ledger_id = ledger.ledger_id
order by series_id, chosen.fiscal_year, chosen.phase, is_comparative
