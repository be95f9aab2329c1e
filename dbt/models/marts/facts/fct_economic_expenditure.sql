with lines as (
    select
        *,
        code as economic_code,
        code_as_printed as economic_code_as_printed,
        name_as_printed as economic_name,
        row_role = 'leaf' as is_leaf
    from {{ ref('fct_statement_lines') }}
    where
        classification in ('departmental_economic', 'government_economic')
        and code is not null
        and horizon = 'year'
)

select {{ contract_columns() }}
from lines
order by document_id, table_number, row_number, column_number
