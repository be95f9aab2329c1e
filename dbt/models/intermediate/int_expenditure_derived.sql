{# Expenditure before the choice of what may be summed: by code, and what is printed only by class or in the total. #}
{% set columns %}
    document_id, table_number, row_number, page, line, statement_kind, organisation, organisation_id, department,
    department_id, fiscal_year, phase, is_comparative, reading_status, function_code, function_code_as_printed,
    function_name, to_higher_level_cny, operating_cny, to_subordinates_cny, fund, derivation, total_cny, basic_cny,
    project_cny, total_ledger_id, basic_ledger_id, basic_operand_ids, project_ledger_id,
    to_higher_level_ledger_id, operating_ledger_id, to_subordinates_ledger_id, operand_ids, consolidation, is_first_table
{% endset %}
select {{ columns }} from {{ ref('int_expenditure_by_code') }}
union all
select {{ columns }} from {{ ref('int_expenditure_remaining') }}
