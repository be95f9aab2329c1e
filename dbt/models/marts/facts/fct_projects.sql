select
    projects.document_id,
    projects.table_number,
    projects.row_number,
    projects.page,
    projects.line,
    projects.statement_kind,
    projects.source_table,
    projects.project_id,
    projects.organisation_id,
    projects.organisation,
    projects.department_id,
    projects.resolved_department as department,
    projects.fiscal_year,
    projects.project_code,
    projects.project_name,
    projects.project_type,
    projects.is_basic,
    projects.is_new,
    projects.starts_on,
    projects.ends_on,
    projects.approved_cny,
    projects.revised_cny,
    projects.executed_cny,
    projects.midterm_cny,
    projects.fiscal_appropriation_cny,
    projects.higher_level_cny,
    projects.other_funds_cny,
    projects.execution_rate,
    counted.is_additive,
    counted.additive_amounts,
    projects.approved_ledger_id,
    projects.revised_ledger_id,
    projects.executed_ledger_id,
    projects.midterm_ledger_id,
    projects.fiscal_appropriation_ledger_id,
    projects.higher_level_ledger_id,
    projects.other_funds_ledger_id,
    projects.execution_rate_ledger_id,
    projects.unit_as_printed,
    projects.unit_applied,
    projects.unit_basis
from {{ ref('int_projects_keyed') }} as projects
inner join {{ ref('int_projects_counted') }} as counted
    on
        projects.document_id = counted.document_id
        and projects.table_number = counted.table_number
        and projects.row_number = counted.row_number
order by document_id, table_number, row_number
