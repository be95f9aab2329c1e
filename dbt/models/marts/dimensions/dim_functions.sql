{# Codes printed, codes attested, and what stands above both: an item needs its subcategory and its category. #}
with named as (
    select function_code from {{ ref('int_function_names_printed') }}
    union
    select function_code from {{ ref('function_codes') }} where code_status = 'attested'
),

codes as (
    select function_code from named
    union
    select substr(function_code, 1, 5) from named where length(function_code) = 7
    union
    select substr(function_code, 1, 3) from named where length(function_code) in (5, 7)
),

printed as (
    select
        function_code,
        function_name,
        row_number() over (partition by function_code order by times desc, function_name nulls last) as choice
    from {{ ref('int_function_names_printed') }}
    where function_name is not null
)

select
    codes.function_code,
    case length(codes.function_code) when 3 then 1 when 5 then 2 when 7 then 3 end as level,
    case
        when length(codes.function_code) in (5, 7) then substr(codes.function_code, 1, length(codes.function_code) - 2)
    end as parent_code,
    coalesce(attested.function_name, printed.function_name) as function_name,
    case when attested.standard_edition is not null then attested.function_name end as standard_name,
    case when attested.code_status = 'attested' then 'attested' else 'printed_only' end as code_status
from codes
left join {{ ref('function_codes') }} as attested on codes.function_code = attested.function_code
left join printed on codes.function_code = printed.function_code and printed.choice = 1
order by function_code
