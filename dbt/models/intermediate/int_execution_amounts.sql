{#
    The approved, revised and executed amount of each thing and year beside each other, with the printed figures behind
    each: itself, or those that it is the sum of. A table of its own, so that it and the findings of these figures need
    not be held at once.
#}
with amounts as (
    select
        *,
        max(case when is_counted then 1 else 0 end) over (partition by series_id, fiscal_year) as has_counted
    from {{ ref('int_amounts_chosen') }}
    where not is_comparative
),

spent as (
    select *
    from amounts
    where
        (
            level = 'function' and has_counted = 1 and (is_counted or source = 'prose')
            and organisation_id = coalesce(department_id, organisation_id)
        )
        or (level = 'project' and has_counted = 1)
        or (
            level = 'total'
            and subject not like 'revenue%' and subject not like '%income%' and subject not like '%balance'
            and subject not like '%assets' and subject not in ('construction_in_progress', 'liabilities')
        )
)

select
    series_id,
    fiscal_year,
    {% for name in [
        'organisation_id', 'organisation', 'department_id', 'department', 'level', 'subject', 'fund',
        'function_code', 'project_code', 'project_name'
    ] %}
    max({{ name }}) as {{ name }},
    {% endfor %}
    {% for phase in ['approved', 'revised', 'executed'] %}
    {{ money("max(case when phase = '" ~ phase ~ "' then amount_cny end)") }} as {{ phase }}_cny,
    max(case when phase = '{{ phase }}' then coalesce(ledger_id, operand_ids) end) as {{ phase }}_figures,
    {% for name in ['source', 'document_id', 'page', 'line'] %}
    max(case when phase = '{{ phase }}' then {{ name }} end) as {{ phase }}_{{ name }},
    {% endfor %}
    {% endfor %}
    case when min(scope) = max(scope) then min(scope) end as scope,
    count(*) as phases
from spent
group by series_id, fiscal_year
