{#
    One code under another name in a later year, or one name under another code, as documents print it (`names_changed`)
    or the list of codes attests it.
#}
with names as (
    select
        function_code,
        function_name,
        {{ comparable_name('function_name') }} as comparable,
        fiscal_year,
        document_id,
        page,
        line
    from {{ function_names_everywhere() }}
    where function_name <> '' and fiscal_year is not null
),

printed as ({{ names_changed('names') }}),

{# What the list of attested codes says of earlier names; a code that did not exist has none. #}
listed as (
    select
        function_code as earlier_code,
        older_name as earlier_name,
        {{ comparable_name('older_name') }} as earlier_comparable,
        function_code as later_code,
        function_name as later_name,
        {{ comparable_name('function_name') }} as later_comparable,
        name_change
    from {{ ref('function_codes') }}
    where older_name is not null and older_name not like '(%'
),

placed as (
    select
        *,
        row_number() over (
            partition by function_code, comparable, fiscal_year order by document_id, page nulls last, line nulls last
        ) as choice
    from names
)

select
    coalesce(printed.earlier_code, listed.earlier_code) as earlier_code,
    coalesce(earlier.function_name, listed.earlier_name) as earlier_name,
    coalesce(printed.later_code, listed.later_code) as later_code,
    coalesce(later.function_name, listed.later_name) as later_name,
    coalesce(printed.change, 'renamed') as change,
    case
        when listed.earlier_code is null then 'documents'
        when printed.earlier_code is null then 'list'
        else 'both'
    end as basis,
    printed.last_year as earlier_edition,
    printed.first_year as later_edition,
    earlier.document_id as earlier_document_id,
    earlier.page as earlier_page,
    earlier.line as earlier_line,
    later.document_id as later_document_id,
    later.page as later_page,
    later.line as later_line,
    listed.name_change as attested_in
from printed
full outer join listed
    on
        printed.earlier_code = listed.earlier_code
        and printed.earlier_comparable = listed.earlier_comparable
        and printed.later_comparable = listed.later_comparable
left join placed as earlier
    on
        printed.earlier_code = earlier.function_code
        and printed.earlier_comparable = earlier.comparable
        and printed.last_year = earlier.fiscal_year
        and earlier.choice = 1
left join placed as later
    on
        printed.later_code = later.function_code
        and printed.later_comparable = later.comparable
        and printed.first_year = later.fiscal_year
        and later.choice = 1
order by earlier_code, earlier_name, later_code
