{#
    Identity 12: the number of projects that the text states is the number of forms that the document prints. Only
    where it prints forms of that kind at all, and states one number. Fewer forms than stated may be a selection, unless
    the sentence speaks of all projects. Numbers stated fund by fund: the first is that of the forms less the others.
#}
with stated as (
    select
        *,
        count(*) over (partition by document_id, kind) as times_stated
    from {{ ref('fct_stated_counts') }}
    where kind in ('target_forms', 'self_evaluations')
)

select {{ enters('stated_projects_equal_forms', "stated.stated_count_id || ':count'", 'printed.operand_id') }}
from stated
inner join {{ ref('audit_operands_project_counts') }} as printed
    on printed.operand_id = concat_ws(
        ':', stated.document_id, case stated.kind when 'target_forms' then 'forms' else stated.kind end, 'printed'
    )
where stated.times_stated = 1 and (stated.is_all or printed.value >= stated.count)

union all

select {{ enters('stated_projects_equal_forms', "stated_count_id || ':count'", "document_id || ':self_evaluations:printed'") }}
from {{ ref('audit_evaluated_counts') }}
where choice = 1

union all

select {{ enters('stated_projects_equal_forms', "firsts.stated_count_id || ':count'", "others.stated_count_id || ':count'", sign=-1) }}
from {{ ref('audit_evaluated_counts') }} as firsts
inner join {{ ref('audit_evaluated_counts') }} as others on firsts.document_id = others.document_id
where firsts.choice = 1 and others.choice > 1
