select
    printed.function_code,
    coalesce(printed.function_name, '') as function_name,
    printed.first_year,
    printed.last_year,
    cast(printed.documents as integer) as documents,
    coalesce(standard.standard_edition is not null, false) as is_standard
from {{ ref('int_function_names_printed') }} as printed
left join {{ ref('function_codes') }} as standard
    on printed.function_code = standard.function_code and printed.function_name = standard.function_name
order by function_code, function_name
