{# The longest prefix that the mapping holds speaks for a code. #}
with matched as (
    select
        functions.function_code,
        mapping.*,
        row_number() over (partition by functions.function_code order by length(mapping.code_prefix) desc) as choice
    from {{ ref('dim_functions') }} as functions
    inner join {{ ref('function_cofog') }} as mapping
        on starts_with(functions.function_code, mapping.code_prefix)
)

select
    function_code,
    cofog_division,
    cofog_group,
    candidates,
    confidence,
    code_prefix,
    rationale,
    'judgement of this project' as mapping_source
from matched
where choice = 1
order by function_code
