-- Comparatives, superseded documents and duplicates never count.
{% for model in ['fct_expenditure', 'fct_three_public'] %}
select facts.document_id, facts.table_number, facts.row_number
from {{ ref(model) }} as facts
inner join {{ ref('dim_documents') }} as documents on facts.document_id = documents.document_id
where facts.is_additive and (facts.is_comparative or not documents.is_current)
{% if not loop.last %}union all{% endif %}
{% endfor %}
