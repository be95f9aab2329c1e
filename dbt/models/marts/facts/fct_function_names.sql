select {{ contract_columns() }}
from {{ ref('int_function_names_placed') }}
order by function_code, function_name, fiscal_year, document_id
