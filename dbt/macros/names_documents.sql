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
