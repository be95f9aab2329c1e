with findings as (
    {{ period_findings() }}
)

select
    documents.document_file,
    facts.fiscal_year,
    facts.phase,
    facts.organisation as organisation_name,
    facts.total_cny,
    facts.abroad_cny,
    facts.reception_cny,
    facts.vehicle_cny,
    facts.vehicle_purchase_cny,
    facts.vehicle_operation_cny,
    facts.is_comparative,
    facts.page,
    facts.line,
    facts.is_additive,
    facts.department as department_name,
    facts.reading_status,
    findings.finding_ids,
    facts.operand_ids,
    {% for name in three_public_measures() if name not in ('meeting', 'training') %}
    facts.{{ name }}_ledger_id{{ ',' if not loop.last }}
    {% endfor %}
from {{ ref('fct_three_public') }} as facts
inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
left join findings on {{ finds_in_period('findings', 'facts') }}
order by document_file, line, page, organisation_name, fiscal_year, phase
