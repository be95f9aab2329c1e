{# One row per function code and name printed for it; a code also for rows printed by name alone. #}
select
    code as function_code,
    name_as_printed as function_name,
    count(*) as times,
    count(distinct document_id) as documents,
    min(fiscal_year) as first_year,
    max(fiscal_year) as last_year
from {{ ref('stg_extracted__statement_lines') }}
where classification = 'function' and code is not null
group by code, name_as_printed
