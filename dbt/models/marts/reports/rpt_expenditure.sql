{# Printed rows as they stand, and behind them what is left of a code, a class or a total (`residual`). #}
with rows as (
    {{ expenditure_rows(ref('fct_statement_lines'), ref('dim_statements')) }}
),

printed as (
    select
        rows.*,
        'printed' as derivation,
        coalesce(facts.is_additive, false) as is_additive
    from rows
    left join {{ ref('fct_expenditure') }} as facts
        on
            {{ same_period('rows', 'facts') }}
            and rows.table_number = facts.table_number
            and rows.row_number = facts.row_number
            and rows.fund = facts.fund
            and facts.derivation = 'printed'
),

{% set columns %}
    document_id, table_number, row_number, page, line, statement_kind, organisation, organisation_id, department,
    fiscal_year, phase, is_comparative, fund, function_code, function_code_as_printed, function_name, is_additive,
    total_cny, basic_cny, project_cny, derivation, total_ledger_id, basic_ledger_id, basic_operand_ids, project_ledger_id,
    reading_status
{% endset %}
expenditure as (
    select {{ columns }}, is_leaf, reserve_cny, reserve_ledger_id, cast(null as string) as operand_ids
    from printed
    union all
    select
        {{ columns }}, true as is_leaf, cast(null as decimal(20, 2)) as reserve_cny,
        cast(null as string) as reserve_ledger_id, operand_ids
    from {{ ref('fct_expenditure') }}
    where derivation = 'residual'
),

findings as (
    {{ period_findings() }}
)

select
    documents.document_file,
    expenditure.fiscal_year,
    expenditure.phase,
    expenditure.statement_kind,
    expenditure.fund,
    expenditure.organisation as organisation_name,
    expenditure.department as department_name,
    organisations.region_code,
    expenditure.function_code,
    expenditure.function_code_as_printed,
    coalesce(expenditure.function_name, functions.function_name) as function_name,
    functions.level as function_level,
    expenditure.is_leaf,
    expenditure.is_additive,
    {{ money('expenditure.total_cny') }} as total_cny,
    {{ money('expenditure.basic_cny') }} as basic_cny,
    {{ money('expenditure.project_cny') }} as project_cny,
    expenditure.page,
    expenditure.line,
    expenditure.document_id,
    expenditure.table_number,
    expenditure.row_number,
    expenditure.is_comparative,
    expenditure.total_ledger_id,
    expenditure.reading_status,
    expenditure.derivation,
    substr(expenditure.function_code, 1, 3) as class_code,
    classes.function_name as class_name,
    {{ money('expenditure.reserve_cny') }} as reserve_cny,
    findings.finding_ids,
    expenditure.basic_ledger_id,
    expenditure.project_ledger_id,
    expenditure.reserve_ledger_id,
    expenditure.operand_ids,
    expenditure.basic_operand_ids
from expenditure
inner join {{ ref('dim_documents') }} as documents on expenditure.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on expenditure.organisation_id = organisations.organisation_id
left join {{ ref('dim_functions') }} as functions on expenditure.function_code = functions.function_code
left join {{ ref('dim_functions') }} as classes on substr(expenditure.function_code, 1, 3) = classes.function_code
left join findings on {{ finds_in_period('findings', 'expenditure') }}
order by document_file, table_number nulls last, row_number, fiscal_year, phase, fund, derivation
