{#
    Identity 19: rows that print one indicator, the later against the earlier.
    same: of one project, or of the unit itself, or a name that bears the other's project before it.
    similar: a name printed twice in one form or in two forms of one kind: they may be of two units. A form that prints
    most names twice has a block of another term.
    Rows of a unit and of its projects are paired in `audit_indicator_unit_pairs`.
#}
with names as (
    select * from {{ ref('audit_indicator_counts') }}
)

select kind, document_id, later_id, earlier_id
from {{ ref('audit_indicator_unit_pairs') }}

union all

select
    case
        when later.statement_kind = earlier.statement_kind and later.full_name = earlier.full_name then 'similar'
        else 'same'
    end as kind,
    later.document_id,
    later.target_operand_id as later_id,
    earlier.target_operand_id as earlier_id
from names as later
inner join names as earlier
    on
        later.document_id = earlier.document_id
        and later.department is not distinct from earlier.department
        and later.fiscal_year is not distinct from earlier.fiscal_year
        and later.scope = earlier.scope
        and (later.project_code is null or earlier.project_code is null or later.project_code = earlier.project_code)
        and (
            (
                later.project = earlier.project and later.own_name = earlier.own_name
                and later.organisation is not distinct from earlier.organisation
            )
            or (later.project <> earlier.project and later.full_name = earlier.folded_name)
            or (later.project <> earlier.project and later.folded_name = earlier.full_name)
        )
        and (
            later.table_number > earlier.table_number
            or (
                later.table_number = earlier.table_number and later.row_number > earlier.row_number
                and later.aspect is not distinct from earlier.aspect
                and later.explanation is not distinct from earlier.explanation
                and later.dimension is not distinct from earlier.dimension
                and 4 * later.repeated <= later.rows_of_table
            )
        )
