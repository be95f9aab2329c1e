{#
    Identity 12: the forms of all projects sum to project expenditure. Only where the text says that all projects have
    one, and as many are printed as it states.
#}
with forms as (
    select
        projects.document_id,
        projects.approved_ledger_id,
        count(projects.approved_ledger_id) over (partition by projects.document_id) as forms_printed
    from {{ ref('fct_projects') }} as projects
    inner join {{ ref('dim_statements') }} as statements on projects.statement_kind = statements.statement_kind
    where statements.project_source = 'forms'
)

select {{ enters('forms_sum_to_project_expenditure', 'anchors.ledger_id', 'forms.approved_ledger_id') }}
from {{ ref('audit_figures') }} as anchors
inner join {{ ref('fct_stated_counts') }} as stated
    on anchors.document_id = stated.document_id and anchors.organisation = stated.organisation
inner join forms on stated.document_id = forms.document_id and stated.count = forms.forms_printed
where
    stated.kind = 'target_forms'
    and stated.is_all
    and forms.approved_ledger_id is not null
    and anchors.statement_kind = 'budget_expenditure'
    and anchors.printing = 1
    and anchors.fund = 'all'
    and anchors.code is null
    and anchors.item = 'total'
    and anchors.measure = 'project'
