{#
    Function codes of a 项 that no list has and whose name stands in the list a slip away (2010320 一般行政管理事务, which
    is 2010302): one of the last two digits is another, or they are exchanged. A name that three 款 at least end alike is
    ended so in every one. Not where the code meant is printed, too.
#}
with listed as (
    select function_code as code, {{ comparable_code_name('function_name') }} as name_key
    from {{ ref('function_codes') }}
    where length(function_code) = 7
    union
    select function_code as code, {{ comparable_code_name('older_name') }} as name_key
    from {{ ref('function_codes') }}
    where length(function_code) = 7 and older_name is not null
),

endings as (
    select name_key, max(right(code, 2)) as ending, max(left(code, 5)) as subcategory, count(*) as codes
    from listed
    group by name_key
    having min(right(code, 2)) = max(right(code, 2))
),

lines as (
    select *
    from {{ ref('fct_statement_lines') }}
    where classification = 'function' and length(code) = 7 and ledger_id is not null
),

{% set first, second = "left(right(lines.code, 2), 1) = left(endings.ending, 1)", "right(lines.code, 1) = right(endings.ending, 1)" %}
named as (
    select lines.*, left(lines.code, 5) || endings.ending as code_meant
    from lines
    inner join endings on {{ comparable_code_name('lines.name_as_printed') }} = endings.name_key
    where
        (endings.codes > 2 or left(lines.code, 5) = endings.subcategory)
        and (({{ first }}) <> ({{ second }}) or reverse(right(lines.code, 2)) = endings.ending)
        and right(lines.code, 2) <> endings.ending
        and lines.code not in (select listed.code from listed)
)

select named.*
from named
left join lines on {{ same_table('named', 'lines') }} and named.code_meant = lines.code
where lines.ledger_id is null
