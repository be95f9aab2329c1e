{#
    Identity 8: one code bears one name in all tables of a document. The name most often printed stands against each
    other name, at the first figure printed with it, and against itself in each other table. A name cut short is no
    other name. A code with three names in one table is no misprint: we took a part of each code for the whole.
#}
with named as (
    select *, {{ comparable_name('name_as_printed') }} as comparable_name
    from {{ ref('audit_figures') }}
    where
        classification in ('function', 'departmental_economic', 'government_economic')
        and code is not null and name_as_printed is not null
),

misread as (
    select document_id, classification, code
    from (
        select document_id, classification, code, count(distinct comparable_name) as names_in_table
        from named
        where comparable_name <> ''
        group by document_id, classification, code, table_number
    ) as by_table
    group by document_id, classification, code
    having max(names_in_table) > 2
),

names as (
    select
        document_id,
        classification,
        code,
        comparable_name,
        count(distinct table_number) as tables,
        count(*) as times
    from named
    where comparable_name <> ''
    group by document_id, classification, code, comparable_name
),

ranked as (
    select
        *,
        first_value(comparable_name) over (
            partition by document_id, classification, code order by tables desc, times desc, comparable_name nulls last
        ) as usual_name
    from names
),

first_printed as (
    select
        *,
        row_number() over (
            partition by document_id, classification, code, comparable_name
            order by table_number nulls last, row_number nulls last, column_number nulls last
        ) as choice,
        row_number() over (
            partition by document_id, classification, code, comparable_name, table_number
            order by row_number nulls last, column_number nulls last
        ) as choice_in_table
    from named
)

select {{ addend('one_code_one_name', anchor='other', part='usual') }}
from ranked
inner join first_printed as other
    on
        ranked.document_id = other.document_id
        and ranked.classification = other.classification
        and ranked.code = other.code
        and ranked.comparable_name = other.comparable_name
inner join first_printed as usual
    on
        ranked.document_id = usual.document_id
        and ranked.classification = usual.classification
        and ranked.code = usual.code
        and ranked.usual_name = usual.comparable_name
        and usual.choice = 1
left join misread
    on
        ranked.document_id = misread.document_id
        and ranked.classification = misread.classification
        and ranked.code = misread.code
where
    misread.code is null
    and (
        (
            other.choice = 1
            and ranked.comparable_name not like ranked.usual_name || '%'
            and ranked.usual_name not like ranked.comparable_name || '%'
        )
        or (other.choice > 1 and other.choice_in_table = 1 and other.name_as_printed = usual.name_as_printed)
    )
