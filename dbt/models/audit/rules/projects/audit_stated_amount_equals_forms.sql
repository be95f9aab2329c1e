{# Identity 12: the money that the text states for its projects is that of their forms, where as many are printed. #}
with forms as (
    select
        projects.document_id,
        projects.table_number,
        projects.approved_ledger_id,
        count(projects.approved_ledger_id) over (partition by projects.document_id) as forms_printed
    from {{ ref('fct_projects') }} as projects
    inner join {{ ref('dim_statements') }} as statements on projects.statement_kind = statements.statement_kind
    where statements.project_source = 'forms'
)

select
    'stated_amount_equals_forms' as rule_id,
    stated.stated_count_id || ':amount' as anchor_id,
    forms.approved_ledger_id as part_id,
    1 as sign,
    'addend' as role
from {{ ref('fct_stated_counts') }} as stated
inner join forms on stated.document_id = forms.document_id and stated.count = forms.forms_printed
where stated.kind = 'target_forms' and stated.amount_id is not null and forms.approved_ledger_id is not null
