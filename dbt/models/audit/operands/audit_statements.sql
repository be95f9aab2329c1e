{#
    Amounts and rates stated in the text, as operands: money in yuan, rates in percent. What is said of a level (同比增长)
    bears the level's words before its own.
#}
with prose as (
    select
        prose.*,
        case when levels.subject <> prose.subject then levels.subject end as level_subject
    from {{ ref('fct_prose_amounts') }} as prose
    left join {{ ref('fct_prose_amounts') }} as levels on prose.level_id = levels.prose_id
)

select
    prose_id as operand_id,
    ledger_id,
    'prose' as source,
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    line,
    cast(null as varchar) as statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    coalesce(phase, '') as phase,
    concat_ws(' · ', coalesce(names, project_name, level_subject), subject) as subject,
    concat_ws(
        '|', 'prose', organisation, cast(fiscal_year as varchar), phase, horizon, topic, code, project_name, subject,
        role
    ) as stable_subject,
    coalesce(names, project_name, subject) as text,
    case when unit_as_printed = '%' then value else amount_cny end as value,
    cast(
        case
            when unit_as_printed = '%' then 1
            else coalesce(amount_cny / nullif(value, 0), {{ unit_factor('unit_as_printed', 'amount_cny is not null') }})
        end * power(10, -coalesce(decimals, 0)) / 2 as decimal(20, 6)
    ) as half_unit,
    case when unit_as_printed = '%' then '%' else '元' end as value_unit
from prose
