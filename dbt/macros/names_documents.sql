{#
    What fails a test names its documents where it can, in a column `document_id`: the run goes on without them.
    True where the rows of a model bear it.
#}
{% macro names_documents(model) -%}
    {%- set named = namespace(found=false) -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() if node.name == model.identifier -%}
            {%- set named.found = named.found or 'document_id' in node.columns -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(named.found) }}
{%- endmacro %}

{# The documents of the rows that are grouped, a row for each. #}
{% macro distinct_documents(column) -%}
    {{ adapter.dispatch('distinct_documents', 'yusuan')(column) }}
{%- endmacro %}

{% macro default__distinct_documents(column) -%}
    explode(collect_set({{ column }}))
{%- endmacro %}

{% macro duckdb__distinct_documents(column) -%}
    unnest(list_distinct(list({{ column }})))
{%- endmacro %}
