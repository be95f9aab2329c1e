{#
    Identity 15: the money that the text states for its self-evaluated projects, fund by fund, is the outturn of their
    forms: the first amount stated is the forms' sum less the other amounts. Only where as many are stated as printed.
#}
with forms as (
    select
        projects.document_id,
        projects.executed_ledger_id as part_id,
        count(projects.executed_ledger_id) over (partition by projects.document_id) as forms_printed
    from {{ ref('fct_projects') }} as projects
    inner join {{ ref('dim_statements') }} as statements on projects.statement_kind = statements.statement_kind
    where statements.project_source = 'self_evaluations' and projects.executed_ledger_id is not null
),

stated as (
    select
        *,
        sum(count) over (partition by document_id) as projects_stated,
        count(*) over (partition by document_id) as times_stated,
        count(amount_id) over (partition by document_id) as amounts_stated,
        first_value(stated_count_id) over (
            partition by document_id order by sequence nulls last, span_start nulls last
        ) as first_id
    from {{ ref('fct_stated_counts') }}
    where kind = 'first_level_projects' and is_all
),

complete as (
    select stated.*
    from stated
    inner join (select distinct document_id, forms_printed from forms) as printed
        on stated.document_id = printed.document_id and stated.projects_stated = printed.forms_printed
    where stated.times_stated = stated.amounts_stated
)

select {{ enters('stated_amounts_sum_to_evaluations', "complete.first_id || ':amount'", 'forms.part_id') }}
from complete
inner join forms on complete.document_id = forms.document_id
where complete.stated_count_id = complete.first_id

union all

select {{ enters('stated_amounts_sum_to_evaluations', "first_id || ':amount'", "stated_count_id || ':amount'", sign=-1) }}
from complete
where stated_count_id <> first_id
