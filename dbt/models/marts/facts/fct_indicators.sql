select
    indicators.document_id,
    indicators.table_number,
    indicators.row_number,
    indicators.page,
    indicators.line,
    indicators.statement_kind,
    indicators.scope,
    organisations.organisation_id,
    indicators.organisation,
    organisations.department_id,
    coalesce(organisations.department, indicators.department) as department,
    indicators.fiscal_year,
    indicators.project_code,
    indicators.project_name,
    indicators.dimension,
    indicators.aspect,
    indicators.indicator_name,
    indicators.target_value,
    indicators.actual_value,
    indicators.comparator,
    indicators.target_number,
    indicators.target_unit,
    indicators.actual_number,
    indicators.actual_unit,
    indicators.is_applicable,
    indicators.explanation,
    indicators.reason,
    indicators.ledger_id,
    indicators.actual_ledger_id
from {{ ref('stg_extracted__indicators') }} as indicators
left join {{ ref('int_organisations_keyed') }} as organisations
    on indicators.document_id = organisations.document_id and indicators.organisation = organisations.organisation
order by document_id, table_number, row_number
