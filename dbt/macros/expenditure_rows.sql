{#
    One row per printed function-code row of an expenditure statement, year, phase and fund: the measures of
    `lines` (fct_statement_lines) side by side. A single column of amounts is the total.
#}
{% macro expenditure_rows(lines, statements) %}
select
    lines.document_id,
    lines.table_number,
    lines.row_number,
    min(lines.page) as page,
    min(lines.line) as line,
    lines.statement_kind,
    statements.expenditure_basis,
    lines.organisation,
    lines.organisation_id,
    lines.department,
    lines.department_id,
    lines.fiscal_year,
    lines.phase,
    lines.is_comparative,
    coalesce(lines.fund, statements.fund) as fund,
    lines.code as function_code,
    lines.code_as_printed as function_code_as_printed,
    lines.name_as_printed as function_name,
    lines.row_role = 'leaf' as is_leaf,
    coalesce({{ measure('total') }}, {{ measure('amount') }}) as total_cny,
    {{ basic_cny() }} as basic_cny,
    {{ measure('project') }} as project_cny,
    {{ measure('reserve') }} as reserve_cny,
    {{ measure('to_higher_level') }} as to_higher_level_cny,
    {{ measure('operating') }} as operating_cny,
    {{ measure('to_subordinates') }} as to_subordinates_cny,
    coalesce({{ measure('total', 'ledger_id') }}, {{ measure('amount', 'ledger_id') }}) as total_ledger_id,
    {{ measure('basic', 'ledger_id') }} as basic_ledger_id,
    {{ basic_operand_ids() }} as basic_operand_ids,
    {{ measure('project', 'ledger_id') }} as project_ledger_id,
    {{ measure('reserve', 'ledger_id') }} as reserve_ledger_id,
    {{ measure('to_higher_level', 'ledger_id') }} as to_higher_level_ledger_id,
    {{ measure('operating', 'ledger_id') }} as operating_ledger_id,
    {{ measure('to_subordinates', 'ledger_id') }} as to_subordinates_ledger_id,
    max(case when measure in ('total', 'amount') then {{ unit_factor('unit_applied', 'lines.amount_cny is not null') }} end) as unit_factor,
    max(case when measure in ('total', 'amount') then decimals end) as decimals,
    {{ worst_reading_status('lines') }} as reading_status
from {{ lines }} as lines
inner join {{ statements }} as statements
    on lines.statement_kind = statements.statement_kind
where
    statements.expenditure_basis is not null
    and lines.classification = 'function'
    and lines.code is not null
    and lines.horizon = 'year'
group by
    lines.document_id, lines.table_number, lines.row_number, lines.statement_kind, statements.expenditure_basis,
    lines.organisation, lines.organisation_id, lines.department, lines.department_id, lines.fiscal_year, lines.phase,
    lines.is_comparative, coalesce(lines.fund, statements.fund), lines.code, lines.code_as_printed,
    lines.name_as_printed, lines.row_role
{% endmacro %}
