{#
    Failed checks that show money in the wrong column: two cells of one row of which each would have to be another, by
    amounts that cancel, where no one figure would mend both checks. One row per check with the two cells, the left one
    first: of several couples the one that explains most checks, then the one that is itself examined.
#}
with wanted as (
    select
        demands.check_id,
        demands.figure_id,
        demands.role,
        demands.demanded - cast(demands.value as double) as change,
        demands.tolerance,
        demands.bound,
        mended.figure_id as mended_id,
        figures.document_id,
        figures.table_number,
        figures.row_number,
        figures.column_number,
        figures.fiscal_year,
        figures.phase
    from {{ ref('audit_demands') }} as demands
    inner join {{ ref('audit_figures') }} as figures on demands.figure_id = figures.ledger_id
    left join {{ ref('audit_mended_checks') }} as mended on demands.check_id = mended.check_id
),

couples as (
    select
        one.check_id as one_check_id,
        other.check_id as other_check_id,
        one.figure_id,
        other.figure_id as other_figure_id,
        abs(one.change) as change,
        case when one.role = 'anchor' and other.role = 'anchor' then 0 else 1 end as examined
    from wanted as one
    inner join wanted as other
        on
            {{ same_row('one', 'other') }}
            and one.fiscal_year = other.fiscal_year
            and one.phase = other.phase
            and one.column_number < other.column_number
            and one.check_id <> other.check_id
    where
        one.bound = 0 and other.bound = 0
        and abs(one.change + other.change) <= one.tolerance + other.tolerance
        and abs(one.change) > one.tolerance + other.tolerance
        and coalesce(one.mended_id <> other.mended_id, true)
),

{# … and what one of the two cells exceeds by no more than that. #}
told as (
    select one_check_id as check_id, figure_id, other_figure_id, examined from couples
    union
    select other_check_id as check_id, figure_id, other_figure_id, examined from couples
    union
    select wanted.check_id, couples.figure_id, couples.other_figure_id, couples.examined
    from wanted
    inner join couples on wanted.figure_id in (couples.figure_id, couples.other_figure_id)
    where wanted.bound <> 0 and abs(wanted.change) <= couples.change + wanted.tolerance
),

counted as (
    select
        *,
        count(*) over (partition by figure_id, other_figure_id) as checks,
        min(examined) over (partition by figure_id, other_figure_id) as is_examined
    from told
),

ranked as (
    select
        check_id,
        figure_id,
        other_figure_id,
        row_number() over (
            partition by check_id
            order by checks desc, is_examined nulls last, figure_id nulls last, other_figure_id nulls last
        ) as choice
    from counted
)

select check_id, figure_id, other_figure_id
from ranked
where choice = 1
