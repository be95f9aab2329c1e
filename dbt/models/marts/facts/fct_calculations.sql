select
    calculations.document_id,
    calculations.table_number,
    calculations.row_number,
    calculations.column_number,
    calculations.page,
    calculations.sequence,
    calculations.line,
    calculations.span_start,
    calculations.span_end,
    calculations.calculation_id,
    calculations.expression,
    calculations.result_as_printed,
    calculations.value,
    calculations.value_rounding,
    calculations.result,
    calculations.result_half_unit,
    calculations.unit,
    calculations.unit_factor,
    calculations.project_name,
    organisations.organisation_id,
    calculations.organisation,
    organisations.department_id,
    coalesce(organisations.department, calculations.department) as department,
    calculations.fiscal_year,
    calculations.ledger_id
from {{ ref('stg_extracted__calculations') }} as calculations
left join {{ ref('int_organisations_keyed') }} as organisations
    on
        calculations.document_id = organisations.document_id
        and calculations.organisation = organisations.organisation
order by document_id, sequence, column_number, span_start
