{#
    One row per failed check with the cause that it shows (`cause_key`, within its document), in this order: a table that
    meets nothing else; the one figure whose change makes several hold; one difference carried from row to row of a
    column, or from sentence to sentence of a paragraph; the same words printed wrong again; the figure it is about.
#}
with ranked as (
    select
        *,
        row_number() over (
            partition by check_id
            order by
                case when identities > 1 and identities > held then 0 else 1 end,
                case when printed = 0 then 1 else 0 end,
                checks desc, identities desc, held nulls last, anchored desc, figure_id nulls last
        ) as choice
    from (
        select *, max(case when side = 'part' then 0 else 1 end) over (partition by figure_id) as anchored
        from {{ ref('audit_repairs') }}
    ) as repairs
),

figures as (
    select
        figure_id,
        min(value) as value,
        count(*) as checks,
        greatest(count(distinct rule_id || side), max(account_identities)) as identities,
        max(held) as held
    from ranked
    where choice = 1
    group by figure_id
),

{# Another figure would mend them as well: which of the two is wrong nobody can tell. #}
rivalled as (
    select taken.figure_id
    from ranked as taken
    inner join figures on taken.figure_id = figures.figure_id
    inner join {{ ref('audit_repairs') }} as others
        on taken.check_id = others.check_id and taken.figure_id <> others.figure_id and others.printed <> 0
    where taken.choice = 1 and others.held <= figures.held
    group by taken.figure_id, others.figure_id, figures.checks
    having count(distinct taken.check_id) = figures.checks
),

by_figure as (
    select
        ranked.check_id,
        figures.*,
        figures.identities > greatest(figures.held, 1)
        and figures.figure_id not in (select rivalled.figure_id from rivalled) as is_misprint
    from ranked
    inner join figures on ranked.figure_id = figures.figure_id
    where ranked.choice = 1 and (figures.checks > 1 or figures.identities > 1)
),

tables as (
    select
        entering.check_id,
        apart.table_number,
        row_number() over (
            partition by entering.check_id
            order by case when pasted.table_number is null then 1 else 0 end, apart.differing desc, apart.table_number desc
        ) as choice
    from {{ ref('audit_entering') }} as entering
    inner join {{ ref('audit_operands') }} as operands
        on entering.operand_id = operands.operand_id and operands.source = 'statement'
    inner join {{ ref('audit_tables_apart') }} as apart
        on operands.document_id = apart.document_id and operands.table_number = apart.table_number
    left join {{ ref('audit_pasted_tables') }} as pasted
        on apart.document_id = pasted.document_id and apart.table_number = pasted.table_number
    where entering.role <> 'evidence'
),

{# Checks on a table whose columns we may have exchanged. #}
misread as (
    select entering.check_id
    from {{ ref('audit_entering') }} as entering
    inner join {{ ref('audit_operands') }} as operands
        on entering.operand_id = operands.operand_id and operands.source = 'statement'
    inner join {{ ref('audit_exchanged_columns') }} as exchanged
        on operands.document_id = exchanged.document_id and operands.table_number = exchanged.table_number
),

placed as (
    select
        failures.*,
        tables.table_number as table_apart,
        by_figure.figure_id,
        by_figure.value as repaired_value,
        coalesce(by_figure.is_misprint, false) as is_misprint,
        concat_ws(
            '|', failures.rule_id,
            coalesce('t' || cast(failures.table_number as string), 'l' || cast(failures.line as string), 'p' || cast(failures.page as string)),
            cast(failures.column_number as string), cast(failures.fiscal_year as string), failures.phase
        ) as lane
    from {{ ref('audit_failures') }} as failures
    left join tables on failures.check_id = tables.check_id and tables.choice = 1
    left join by_figure on failures.check_id = by_figure.check_id
    where failures.check_id not in (select misread.check_id from misread)
),

lanes as (
    select document_id, lane
    from placed
    where table_apart is null and figure_id is null and difference_cny > 0
    group by document_id, lane
    having
        count(*) > 1
        and round({{ ratio('sum(difference_cny)', 'max(difference_cny)') }}) > 1
        and abs(sum(difference_cny) - round({{ ratio('sum(difference_cny)', 'max(difference_cny)') }}) * max(difference_cny))
        <= sum(tolerance)
)

select
    placed.check_id,
    placed.document_id,
    case
        when placed.table_apart is not null then 'table'
        when placed.is_misprint then 'figure'
        when placed.figure_id is not null then 'difference'
        when lanes.lane is not null then 'carried'
        when placed.comparison = 'same_text' then 'words'
        else 'place'
    end as cause,
    case
        when placed.table_apart is not null then 'table|' || cast(placed.table_apart as string)
        when placed.figure_id is not null then 'figure|' || placed.figure_id
        when lanes.lane is not null then 'lane|' || placed.lane
        when placed.comparison = 'same_text'
            then concat_ws('|', 'words', placed.rule_id, placed.actual_text, placed.expected_text)
        else 'place|' || coalesce(placed.ledger_id, placed.anchor_id)
    end as cause_key,
    placed.table_apart,
    placed.figure_id,
    case when placed.is_misprint then placed.repaired_value end as repaired_value
from placed
left join lanes on placed.document_id = lanes.document_id and placed.lane = lanes.lane
    and placed.table_apart is null and placed.figure_id is null
