with lines as (
    select classification, code, name_as_printed from {{ source('extracted', 'statement_lines') }}
    {{ and_kept('fct_statement_lines', 'classification, code, name_as_printed') }}
),

printed as (
    select
        classification,
        code as economic_code,
        name_as_printed,
        row_number() over (
            partition by classification, code order by count(*) desc, name_as_printed nulls last
        ) as choice
    from lines
    where classification in ('departmental_economic', 'government_economic') and code is not null
    group by classification, code, name_as_printed
),

items as (
    select classification, economic_code from printed
    union
    select classification, economic_code from {{ ref('economic_codes') }}
)

select
    items.classification,
    items.economic_code,
    case when length(items.economic_code) = 3 then 1 else 2 end as level,
    case when length(items.economic_code) > 3 then substr(items.economic_code, 1, 3) end as parent_code,
    coalesce(attested.economic_name, printed.name_as_printed) as economic_name
from items
left join {{ ref('economic_codes') }} as attested
    on items.classification = attested.classification and items.economic_code = attested.economic_code
left join printed
    on items.classification = printed.classification and items.economic_code = printed.economic_code
    and printed.choice = 1
order by classification, economic_code
