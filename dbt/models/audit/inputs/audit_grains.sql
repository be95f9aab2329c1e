{#
    The decimal that the figures of a column are really rounded to, where they, those of its table, or all of the document
    in its unit show it: the coarsest that is shown.
#}
with figures as (
    select *, coalesce(unit_applied, '') as unit
    from {{ ref('fct_statement_lines') }}
    where disclosure = 'figure' and amount_cny is not null and measure <> 'rate'
),

of_columns as ({{ grains('figures', ['document_id', 'table_number', 'column_number']) }}),

of_tables as ({{ grains('figures', ['document_id', 'table_number']) }}),

of_documents as ({{ grains('figures', ['document_id', 'unit']) }}),

shown as (
    select document_id, table_number, column_number, decimals from of_columns
    union all
    select figures.document_id, figures.table_number, figures.column_number, of_tables.decimals
    from figures
    inner join of_tables on {{ same_table('figures', 'of_tables') }}
    union all
    select figures.document_id, figures.table_number, figures.column_number, of_documents.decimals
    from figures
    inner join of_documents
        on figures.document_id = of_documents.document_id and figures.unit = of_documents.unit
)

select document_id, table_number, column_number, min(decimals) as decimals
from shown
group by document_id, table_number, column_number
