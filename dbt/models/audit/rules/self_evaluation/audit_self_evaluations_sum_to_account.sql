{#
    Identity 15: the outturn of all self-evaluated projects sums to the project column of the expenditure account. Only
    where the text states as many projects of first level as there are forms: elsewhere the forms are a selection.
#}
with forms as (
    select
        projects.document_id,
        projects.fiscal_year,
        projects.executed_ledger_id,
        count(projects.executed_ledger_id) over (partition by projects.document_id) as forms_printed
    from {{ ref('fct_projects') }} as projects
    inner join {{ ref('dim_statements') }} as statements on projects.statement_kind = statements.statement_kind
    where statements.project_source = 'self_evaluations'
),

stated as (
    select document_id, sum(count) as projects_stated
    from {{ ref('fct_stated_counts') }}
    where kind = 'first_level_projects' and is_all
    group by document_id
)

select {{ enters('self_evaluations_sum_to_account', 'anchors.ledger_id', 'forms.executed_ledger_id') }}
from {{ ref('audit_figures') }} as anchors
inner join stated on anchors.document_id = stated.document_id
inner join forms
    on
        anchors.document_id = forms.document_id
        and anchors.fiscal_year = forms.fiscal_year
        and stated.projects_stated = forms.forms_printed
where
    anchors.statement_kind = 'final_expenditure'
    and anchors.printing = 1
    and anchors.code is null
    and anchors.item = 'total'
    and anchors.measure = 'project'
    and forms.executed_ledger_id is not null
