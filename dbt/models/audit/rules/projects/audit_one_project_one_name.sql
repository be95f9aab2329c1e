{#
    Identity 12: a project bears one name in its unit's tasks and in the list of projects. A task that no row of the
    list bears the name of, and the one row that no task bears the name of and that has its amount: their names should
    agree. Names that begin and end alike, or differ in one character, are compared; one that is a part of the other
    only abbreviates it. A name of the same letters in another order is one name in any list, also in one of some projects.
#}
with tasks as (
    select
        *,
        {{ comparable_name('project_name') }} as comparable_name
    from {{ ref('audit_figures') }}
    where statement_kind = 'unit_targets' and measure = 'approved' and project_name is not null and amount_cny <> 0
),

unnamed as (
    select anchors.*
    from tasks as anchors
    left join {{ ref('audit_project_rows') }} as parts
        on {{ same_subject() }} and anchors.comparable_name = parts.comparable_name
    where parts.ledger_id is null
),

unmatched as (
    select parts.*
    from {{ ref('audit_project_rows') }} as parts
    left join tasks as anchors
        on {{ same_subject() }} and anchors.comparable_name = parts.comparable_name
    where anchors.ledger_id is null
),

pairs as (
    select
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        anchors.comparable_name as task_name,
        parts.comparable_name as row_name,
        count(*) over (partition by anchors.ledger_id) as rows_of_task,
        count(*) over (partition by parts.ledger_id) as tasks_of_row
    from unnamed as anchors
    inner join unmatched as parts
        on
            {{ same_subject() }}
            and abs(anchors.amount_cny - parts.amount_cny) <= 2 * greatest(anchors.half_unit_cny, parts.half_unit_cny)
),

turned as (
    select
        anchors.ledger_id as anchor_id,
        parts.ledger_id as part_id,
        row_number() over (
            partition by anchors.ledger_id
            order by parts.table_number nulls last, parts.row_number nulls last, parts.column_number nulls last
        ) as choice
    from tasks as anchors
    inner join {{ ref('audit_figures') }} as parts
        on
            anchors.document_id = parts.document_id
            and anchors.fiscal_year = parts.fiscal_year
            and anchors.statement_kind <> parts.statement_kind
            and abs(anchors.amount_cny - parts.amount_cny) <= 2 * greatest(anchors.half_unit_cny, parts.half_unit_cny)
    where
        length(anchors.comparable_name) >= 6
        and anchors.comparable_name <> {{ comparable_name('parts.project_name') }}
        and {{ sorted_letters('anchors.comparable_name') }}
        = {{ sorted_letters(comparable_name('parts.project_name')) }}
)

select {{ addend('one_project_one_name') }}
from tasks as anchors
inner join {{ ref('audit_project_rows') }} as parts
    on {{ same_subject() }} and anchors.project_name = parts.project_name

union all

select {{ enters('one_project_one_name', 'anchor_id', 'part_id') }}
from pairs
where
    rows_of_task = 1
    and tasks_of_row = 1
    and (
        (
            left(task_name, 3) = left(row_name, 3)
            and right(task_name, 2) = right(row_name, 2)
            and abs(length(task_name) - length(row_name)) <= 3
        )
        or (length(task_name) >= 5 and {{ differs_in_one_character('task_name', 'row_name') }})
    )
    and task_name not like '%' || row_name || '%'
    and row_name not like '%' || task_name || '%'

union all

select {{ enters('one_project_one_name', 'anchor_id', 'part_id') }}
from turned
where choice = 1
