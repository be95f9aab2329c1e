select
    estimate_amounts.document_id,
    estimate_amounts.table_number,
    estimate_amounts.row_number,
    estimate_amounts.column_number,
    estimate_amounts.page,
    estimate_amounts.sequence,
    estimate_amounts.line,
    estimate_amounts.span_start,
    estimate_amounts.span_end,
    estimate_amounts.estimate_amount_id,
    estimate_amounts.form_number,
    estimate_amounts.item_number,
    estimate_amounts.value_as_printed,
    estimate_amounts.unit_as_printed,
    estimate_amounts.amount_cny,
    estimate_amounts.half_unit,
    estimate_amounts.role,
    estimate_amounts.total_id,
    estimate_amounts.clarity,
    estimate_amounts.project_name,
    organisations.organisation_id,
    estimate_amounts.organisation,
    organisations.department_id,
    coalesce(organisations.department, estimate_amounts.department) as department,
    estimate_amounts.fiscal_year,
    estimate_amounts.ledger_id
from {{ ref('stg_extracted__estimate_amounts') }} as estimate_amounts
left join {{ ref('int_organisations_keyed') }} as organisations
    on
        estimate_amounts.document_id = organisations.document_id
        and estimate_amounts.organisation = organisations.organisation
order by document_id, sequence, column_number, span_start
