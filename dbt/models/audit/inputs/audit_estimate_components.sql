{#
    The amounts that the calculation basis of a form lists, beside the form's amount of the year; `exceeds` where they
    come to more than rounding explains. Not where the list is unclear, or adds up to the amount of all years instead.
#}
with forms as (
    select
        document_id,
        table_number,
        min(approved_ledger_id) as approved_ledger_id,
        min(approved_cny) as approved_cny,
        min(midterm_cny) as midterm_cny,
        min(project_name) as project_name
    from {{ ref('fct_projects') }}
    where approved_ledger_id is not null
    group by document_id, table_number
    having count(*) = 1
),

components as (
    select
        *,
        sum(amount_cny) over (partition by document_id, form_number) as total_cny,
        sum(half_unit) over (partition by document_id, form_number) as rounding_cny
    from {{ ref('fct_estimates') }}
    where role = 'component' and clarity <> 'unclear'
)

select
    components.document_id,
    components.form_number,
    components.clarity,
    forms.approved_ledger_id as ledger_id,
    components.estimate_amount_id || ':estimate' as part_id,
    forms.project_name,
    forms.approved_cny - components.total_cny as gap_cny,
    components.rounding_cny,
    components.total_cny > forms.approved_cny + components.rounding_cny + 1 as exceeds
from components
inner join forms
    on components.document_id = forms.document_id and components.form_number = forms.table_number
where
    forms.midterm_cny is null
    or forms.midterm_cny = forms.approved_cny
    or abs(components.total_cny - forms.midterm_cny) > components.rounding_cny + 1
