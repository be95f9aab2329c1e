{#
    Where each name of a function code is printed, by document and its year; the first place stands for all. A figure of
    the year before bears the name of the document's year.
#}
with printed as (
    select
        lines.code as function_code,
        coalesce(lines.name_as_printed, '') as function_name,
        coalesce(documents.fiscal_year, lines.fiscal_year) as fiscal_year,
        lines.document_id,
        lines.table_number,
        lines.row_number,
        lines.column_number,
        lines.page,
        lines.line
    from {{ ref('int_statement_lines_owned') }} as lines
    inner join {{ ref('int_documents_described') }} as documents on lines.document_id = documents.document_id
    where lines.classification = 'function' and lines.code is not null
),

placed as (
    select
        *,
        row_number() over (
            partition by function_code, function_name, fiscal_year, document_id
            order by table_number nulls last, row_number nulls last, column_number nulls last
        ) as choice,
        count(*) over (partition by function_code, function_name, fiscal_year, document_id) as times
    from printed
)

select
    function_code,
    function_name,
    fiscal_year,
    document_id,
    table_number,
    row_number,
    page,
    line,
    cast(times as integer) as times
from placed
where choice = 1
