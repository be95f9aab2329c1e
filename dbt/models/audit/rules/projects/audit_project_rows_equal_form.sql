{#
    Identity 12: the rows of a project over its units, in the list of projects, sum to the amount of its form. Names
    agree when one is the end of the other: lists leave out the city (市…局专项 for 深圳市…局专项). A row that could be
    two forms' is left out; where one row is the form's, the others of its name are of units without a form.
#}
with forms as (
    select
        operands.operand_id,
        operands.value,
        projects.document_id,
        projects.fiscal_year,
        projects.department,
        {{ comparable_name('projects.project_name') }} as comparable_name
    from {{ ref('fct_projects') }} as projects
    inner join {{ ref('dim_statements') }} as statements on projects.statement_kind = statements.statement_kind
    inner join {{ ref('audit_operands') }} as operands on projects.approved_ledger_id = operands.operand_id
    where statements.project_source = 'forms' and length(projects.project_name) > 3
),

pairs as (
    select
        forms.operand_id as anchor_id,
        parts.ledger_id as part_id,
        count(*) over (partition by parts.ledger_id) as forms_of_row,
        parts.amount_cny = forms.value as is_alike,
        max(case when parts.amount_cny = forms.value then 1 else 0 end) over (partition by forms.operand_id) as is_met
    from forms
    inner join {{ ref('audit_project_rows') }} as parts
        on
            forms.document_id = parts.document_id
            and forms.fiscal_year = parts.fiscal_year
            and forms.department = parts.department
            and (
                forms.comparable_name = parts.comparable_name
                or (length(parts.comparable_name) > 5 and forms.comparable_name like '%' || parts.comparable_name)
            )
)

select {{ enters('project_rows_equal_form', 'anchor_id', 'part_id') }}
from pairs
where forms_of_row = 1 and (is_alike or is_met = 0)
