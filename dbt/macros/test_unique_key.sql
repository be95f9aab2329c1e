{# Fails for every value of the key that is NULL in part, or stands in more than one row; names the documents. #}
{% test unique_key(model, columns, nullable=[]) %}
{%- set named = 'document_id' not in columns and names_documents(model) %}
select {{ columns | join(', ') }}, count(*) as row_count
    {{- ', ' ~ distinct_documents('document_id') ~ ' as document_id' if named }}
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1
    {%- for column in columns if column not in nullable %}
    or {{ column }} is null
    {%- endfor %}
{% endtest %}
