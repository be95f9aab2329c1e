{# One row per function code and name printed for it; a code also for rows printed by name alone. #}
select
    function_code,
    nullif(function_name, '') as function_name,
    sum(times) as times,
    count(distinct document_id) as documents,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year
from {{ function_names_everywhere() }}
group by function_code, function_name
