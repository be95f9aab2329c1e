{#
    One row per failed check with the cause that it shows (`cause_key`, within its document), in this order: a table that
    meets nothing else; money in the wrong column of a row; the one figure whose change makes several hold; one difference
    carried from row to row of a column, or from sentence to sentence of a paragraph; the same words printed wrong again;
    the figure it is about.
#}
with tables_apart as (
    select document_id, table_number, differing from {{ ref('audit_tables_apart') }}
    union all
    select document_id, table_number, 1 as differing from {{ ref('audit_wanted_units') }} where not is_taken
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
    inner join tables_apart as apart
        on {{ same_table('operands', 'apart') }}
    left join {{ ref('audit_pasted_tables') }} as pasted
        on {{ same_table('apart', 'pasted') }}
    where entering.role <> 'evidence'
),

{# Checks on a table whose columns we may have exchanged, or whose unit taken wrongly. #}
misread as (
    select entering.check_id
    from {{ ref('audit_entering') }} as entering
    inner join {{ ref('audit_operands') }} as operands
        on entering.operand_id = operands.operand_id and operands.source = 'statement'
    inner join (
        select document_id, table_number from {{ ref('audit_exchanged_columns') }}
        union all
        select document_id, table_number from {{ ref('audit_wanted_units') }} where is_taken
    ) as tables_misread
        on {{ same_table('operands', 'tables_misread') }}
),

placed as (
    select
        failures.*,
        tables.table_number as table_apart,
        coalesce(moved.figure_id, mended.figure_id) as figure_id,
        moved.other_figure_id,
        case when moved.check_id is null then mended.value end as repaired_value,
        moved.check_id is null and coalesce(mended.is_misprint, false) as is_misprint,
        concat_ws(
            '|', failures.rule_id,
            coalesce('t' || cast(failures.table_number as string), 'l' || cast(failures.line as string), 'p' || cast(failures.page as string)),
            cast(failures.column_number as string), cast(failures.fiscal_year as string), failures.phase
        ) as lane
    from {{ ref('audit_failures') }} as failures
    left join tables on failures.check_id = tables.check_id and tables.choice = 1
    left join {{ ref('audit_mended_checks') }} as mended on failures.check_id = mended.check_id
    left join {{ ref('audit_moved_amounts') }} as moved on failures.check_id = moved.check_id
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
        when placed.other_figure_id is not null then 'moved'
        when placed.is_misprint then 'figure'
        when placed.figure_id is not null then 'difference'
        when lanes.lane is not null then 'carried'
        when placed.comparison = 'same_text' then 'words'
        else 'place'
    end as cause,
    case
        when placed.table_apart is not null then 'table|' || cast(placed.table_apart as string)
        when placed.other_figure_id is not null then 'moved|' || placed.figure_id || '|' || placed.other_figure_id
        when placed.figure_id is not null then 'figure|' || placed.figure_id
        when lanes.lane is not null then 'lane|' || placed.lane
        when placed.comparison = 'same_text'
            then concat_ws('|', 'words', placed.rule_id, placed.actual_text, placed.expected_text)
        else 'place|' || coalesce(placed.ledger_id, placed.anchor_id)
    end as cause_key,
    placed.table_apart,
    case when placed.table_apart is null then placed.figure_id end as figure_id,
    case when placed.table_apart is null then placed.other_figure_id end as other_figure_id,
    case when placed.table_apart is null and placed.is_misprint then placed.repaired_value end as repaired_value
from placed
left join lanes on placed.document_id = lanes.document_id and placed.lane = lanes.lane
    and placed.table_apart is null and placed.figure_id is null
