{#
    The first figure of every kind of statement whose printed unit was overruled by the amounts that its texts state, as
    it would be in the unit printed. One row speaks for a template: its forms all bear the same label.
#}
with overruled as (
    select
        *,
        row_number() over (
            partition by document_id, statement_kind, unit_as_printed
            order by table_number, row_number, column_number
        ) as choice
    from {{ ref('fct_statement_lines') }}
    where
        unit_basis = 'votes' and unit_as_printed <> unit_applied
        and amount_cny <> 0 and ledger_id is not null and horizon = 'year'
)

select
    ledger_id || ':printed' as operand_id,
    ledger_id,
    'statement' as source,
    document_id,
    table_number,
    row_number,
    column_number,
    page,
    line,
    statement_kind,
    coalesce(organisation, '') as organisation,
    coalesce(fiscal_year, 0) as fiscal_year,
    coalesce(phase, '') as phase,
    concat_ws(' · ', row_label, unit_as_printed) as subject,
    concat_ws('|', 'printed unit', statement_kind, unit_as_printed) as stable_subject,
    unit_as_printed as text,
    amount_cny * {{ unit_factor('unit_as_printed') }} / {{ unit_factor('unit_applied') }} as value,
    0 as half_unit,
    '元' as value_unit
from overruled
where choice = 1
