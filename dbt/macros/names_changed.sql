{#
    Codes that bear another name in a later year, and names under another code: of several later names the next. `names`
    are printed names of codes, by year and document. Names of one year are spellings of each other, so that years must
    not overlap; a name that only goes on where the other ends was cut off, and one that differs in a character
    misprinted, unless a second document prints it.
#}
{% macro names_changed(names) %}
    with spans as (
        select
            function_code,
            comparable,
            min(function_name) as function_name,
            min(fiscal_year) as first_year,
            max(fiscal_year) as last_year,
            count(distinct document_id) as documents
        from {{ names }}
        group by function_code, comparable
    ),

    {# A name that several codes bear in one year (行政运行) tells no code from another. #}
    shared as (
        select comparable
        from (select comparable, fiscal_year from {{ names }} group by all having count(distinct function_code) > 1)
        group by comparable
    ),

    renamed as (
        select
            earlier.function_code as earlier_code, earlier.comparable as earlier_comparable, earlier.last_year,
            later.function_code as later_code, later.comparable as later_comparable, later.first_year, 'renamed' as change
        from spans as earlier
        inner join spans as later
            on earlier.function_code = later.function_code and earlier.last_year < later.first_year
        where
            case
                when starts_with(later.comparable, earlier.comparable) then earlier.documents
                when starts_with(earlier.comparable, later.comparable) then later.documents
                when {{ differs_in_one_character('earlier.comparable', 'later.comparable') }}
                    then least(earlier.documents, later.documents)
                else 2
            end > 1
    ),

    moved as (
        select
            earlier.function_code as earlier_code, earlier.comparable as earlier_comparable, earlier.last_year,
            later.function_code as later_code, later.comparable as later_comparable, later.first_year, 'moved' as change
        from spans as earlier
        inner join spans as later
            on
                earlier.comparable = later.comparable
                and earlier.function_code <> later.function_code
                and length(earlier.function_code) = length(later.function_code)
                and earlier.last_year < later.first_year
        left join shared on earlier.comparable = shared.comparable
        left join spans as still on earlier.function_code = still.function_code and still.last_year >= later.first_year
        where shared.comparable is null and still.function_code is null
    )

    select *
    from (
        select *, row_number() over (
            partition by earlier_code, earlier_comparable, change order by first_year nulls last, later_code nulls last
        ) as choice
        from (select * from renamed union all select * from moved) as both_changes
    ) as ranked
    where choice = 1
{% endmacro %}
