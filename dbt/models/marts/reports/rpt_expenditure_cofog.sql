{# Rows that count (is_additive), by function of government; what bears no code, or one not mapped, is `unmapped`. #}
with rows as (
    select
        facts.*,
        coalesce(mapping.cofog_division, 'unmapped') as cofog_division,
        coalesce(mapping.cofog_group, '') as cofog_group,
        coalesce(mapping.confidence, '') as confidence
    from {{ ref('fct_expenditure') }} as facts
    left join {{ ref('dim_function_cofog') }} as mapping on facts.function_code = mapping.function_code
    where facts.is_additive and facts.total_cny is not null
)

select
    documents.document_file,
    rows.fiscal_year,
    rows.phase,
    rows.organisation as organisation_name,
    rows.department as department_name,
    organisations.region_code,
    rows.cofog_division,
    divisions.title_en as division_en,
    divisions.title_zh as division_zh,
    nullif(rows.cofog_group, '') as cofog_group,
    groups.title_en as group_en,
    groups.title_zh as group_zh,
    nullif(rows.confidence, '') as confidence,
    {{ money('sum(rows.total_cny)') }} as amount_cny,
    {{ rate('sum(rows.total_cny)', 'sum(sum(rows.total_cny)) over whole') }} as share,
    {{ ids_in_one('rows.function_code') }} as function_codes,
    cast(count(*) as integer) as addends,
    {{ words_in_one('coalesce(rows.total_ledger_id, rows.operand_ids)') }} as operand_ids,
    rows.document_id,
    rows.organisation_id
from rows
inner join {{ ref('dim_documents') }} as documents on rows.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on rows.organisation_id = organisations.organisation_id
left join {{ ref('dim_cofog') }} as divisions on rows.cofog_division = divisions.cofog_code
left join {{ ref('dim_cofog') }} as groups on rows.cofog_group = groups.cofog_code
group by
    documents.document_file, rows.fiscal_year, rows.phase, rows.organisation, rows.department,
    organisations.region_code, rows.cofog_division, divisions.title_en, divisions.title_zh, rows.cofog_group,
    groups.title_en, groups.title_zh, rows.confidence, rows.document_id, rows.organisation_id
window whole as (partition by rows.document_id, rows.organisation_id, rows.organisation, rows.department, rows.fiscal_year, rows.phase)
order by document_file, organisation_name, fiscal_year, phase, cofog_division, cofog_group, confidence
