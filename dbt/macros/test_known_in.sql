{# Fails for every value of the column that has no row in the dimension; NULL is no value. #}
{% test known_in(model, column_name, dimension, key=none) %}
select distinct facts.{{ column_name }}
from {{ model }} as facts
left join {{ dimension }} as dimension on facts.{{ column_name }} = dimension.{{ key or column_name }}
where facts.{{ column_name }} is not null and dimension.{{ key or column_name }} is null
{% endtest %}
