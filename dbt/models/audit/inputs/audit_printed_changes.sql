{#
    Changes that a table prints (增减额), each with half a printed unit, and the two figures of its row that it compares
    (macro `two_beside`).
#}
with changes as (
    select
        lines.*,
        lines.ledger_id as compared_id,
        {{ as_decimal(
            half_unit(
                'least(coalesce(lines.decimals, 0), coalesce(grains.decimals, lines.decimals, 0))',
                unit_factor('lines.unit_applied', 'lines.amount_cny is not null')
            ), 20, 6
        ) }} as half_unit_cny
    from {{ ref('fct_statement_lines') }} as lines
    left join {{ ref('audit_grains') }} as grains
        on {{ same_table('lines', 'grains') }} and lines.column_number = grains.column_number
    where
        lines.measure = 'difference' and lines.disclosure = 'figure' and lines.amount_cny is not null
        and lines.ledger_id is not null
),

beside as ({{ two_beside('changes') }})

select
    changes.document_id,
    changes.table_number,
    changes.row_number,
    changes.column_number,
    changes.page,
    changes.line,
    changes.ledger_id,
    changes.statement_kind,
    changes.organisation,
    changes.fiscal_year,
    changes.phase,
    changes.code,
    changes.item,
    changes.name_as_printed,
    changes.row_label,
    changes.column_label,
    changes.reading_status,
    changes.amount_cny,
    changes.half_unit_cny,
    beside.now_id,
    beside.now_cny,
    beside.before_id,
    beside.before_cny
from changes
inner join beside on changes.compared_id = beside.compared_id
