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

select {{ enters('stated_amount_equals_forms', "stated.stated_count_id || ':amount'", 'forms.approved_ledger_id') }}
from {{ ref('fct_stated_counts') }} as stated
inner join forms on stated.document_id = forms.document_id and stated.count = forms.forms_printed
where stated.kind = 'target_forms' and stated.amount_id is not null and forms.approved_ledger_id is not null
