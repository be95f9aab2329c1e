select
    scores.document_id,
    scores.table_number,
    scores.row_number,
    scores.page,
    scores.line,
    scores.statement_kind,
    organisations.organisation_id,
    scores.organisation,
    organisations.department_id,
    coalesce(organisations.department, scores.department) as department,
    scores.fiscal_year,
    scores.path,
    scores.row_role,
    coalesce(scores.level_3_weight, scores.level_2_weight, scores.level_1_weight) as weight,
    scores.score,
    scores.score_text,
    scores.rule_text,
    scores.explanation,
    scores.level_1,
    scores.level_1_weight,
    scores.level_2,
    scores.level_2_weight,
    scores.level_3,
    scores.level_3_weight,
    scores.level_1_ledger_id,
    scores.level_2_ledger_id,
    scores.level_3_ledger_id,
    scores.score_ledger_id
from {{ ref('stg_extracted__scores') }} as scores
left join {{ ref('int_organisations_keyed') }} as organisations
    on scores.document_id = organisations.document_id and scores.organisation = organisations.organisation
order by document_id, table_number, row_number
