{# Fails for every value of the key that is NULL in part, or stands in more than one row; names the documents. #}
{% test unique_key(model, columns, nullable=[]) %}
{%- set named = 'document_id' not in columns and names_documents(model) %}
{%- set keys = columns | join(', ') %}
select {{ keys }}, row_count {{- ', ' ~ each_word('documents') ~ ' as document_id' if named }}
from (
    select {{ keys }}, count(*) as row_count {{- ', ' ~ ids_in_one('document_id') ~ ' as documents' if named }}
    from {{ model }}
    group by {{ keys }}
    having count(*) > 1
        {%- for column in columns if column not in nullable %}
        or {{ column }} is null
        {%- endfor %}
) as repeated
{% endtest %}
