{# The names that the tables of a document print for a function code, each where it is first printed. #}
with printed as (
    select
        document_id,
        code,
        ledger_id,
        name_as_printed,
        {{ comparable_code_name('name_as_printed') }} as name_key,
        row_number() over (
            partition by document_id, code, name_as_printed
            order by table_number nulls last, row_number nulls last, column_number nulls last
        ) as name_choice,
        row_number() over (
            partition by document_id, code
            order by table_number nulls last, row_number nulls last, column_number nulls last
        ) as choice
    from {{ ref('audit_figures') }}
    where classification = 'function' and code is not null and name_as_printed is not null
)

select * from printed
where name_choice = 1
