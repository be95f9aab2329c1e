{#
    Fails for every value of a column that its dimension does not hold, and names the documents that bear it; NULL is no
    value. `keys` names the dimension of each column, and behind a dot its key where that bears another name. One test a
    model: each costs as much as a model.
#}
{% test known_in(model, keys) %}
{% for column, dimension in keys.items() %}
{%- set known, key = (dimension ~ '.' ~ column).split('.')[:2] %}
select
    '{{ column }}' as column_name,
    cast(facts.{{ column }} as string) as unknown_value,
    {{ 'facts.document_id' if names_documents(model) else 'cast(null as string)' }} as document_id
from {{ model }} as facts
left join (
    select {{ key }} from {{ ref(known) }}
    {{ and_kept(known, key) if known == 'dim_documents' }}
) as dimension on facts.{{ column }} = dimension.{{ key }}
where facts.{{ column }} is not null and dimension.{{ key }} is null
group by 1, 2, 3
{{ 'union all' if not loop.last }}
{% endfor %}
{% endtest %}
