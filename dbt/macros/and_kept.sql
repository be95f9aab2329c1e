{#
    What a night that builds only the touched documents adds to their rows where a model speaks of all documents: the
    rows of a table of the last release that are of no touched document. dbt builds from nothing and sees a comment; a
    night with little new runs the same statement with what stands in it (`warehouse/statements.py`).
#}
{% macro and_kept(table, columns, where='true') -%}
    /* and kept
    union all
    select {{ columns }}
    from read_parquet('{{ env_var('YUSUAN_KEPT', '../data/build/kept') }}/{{ table }}.parquet/?*.parquet')
    where
        {{ where }}
        and document_id not in (
            select touched.document_id
            from read_parquet('{{ env_var('YUSUAN_KEPT', '../data/build/kept') }}/touched.parquet') as touched
        )
    and kept */
{%- endmacro %}

{# A published table with the rows of all documents, in brackets. #}
{% macro everywhere(table, columns) -%}
    (
        select {{ columns }} from {{ ref(table) }}
        {{ and_kept(table, columns) }}
    ) as of_all_documents
{%- endmacro %}

{# The names that all documents print for function codes, in brackets. #}
{% macro function_names_everywhere() -%}
    {%- set columns -%}
        function_code, function_name, fiscal_year, document_id, table_number, row_number, page, line, times
    {%- endset -%}
    (
        select {{ columns }} from {{ ref('int_function_names_placed') }}
        {{ and_kept('fct_function_names', columns) }}
    ) as of_all_documents
{%- endmacro %}
