{#
    A code stands in the edition of a year when a document of that year prints it. Of several names in one year that
    which most documents print is taken; names cut off at the end of a cell are the fewer.
#}
with named as (
    select
        function_code,
        fiscal_year,
        function_name,
        count(distinct document_id) as documents,
        sum(times) as times
    from {{ function_names_everywhere() }}
    where fiscal_year is not null
    group by function_code, fiscal_year, function_name
),

chosen as (
    select
        *,
        count(*) over (partition by function_code, fiscal_year) as names,
        row_number() over (
            partition by function_code, fiscal_year
            order by case when function_name = '' then 1 else 0 end, documents desc, times desc,
                function_name nulls last
        ) as choice
    from named
),

attested as (
    select function_code, fiscal_year, count(distinct document_id) as documents
    from {{ function_names_everywhere() }}
    group by function_code, fiscal_year
),

evidence as (
    select
        *,
        row_number() over (
            partition by function_code, fiscal_year, function_name
            order by document_id, table_number nulls last, row_number nulls last
        ) as choice
    from {{ function_names_everywhere() }}
)

select
    chosen.function_code,
    chosen.fiscal_year as edition,
    nullif(chosen.function_name, '') as function_name,
    cast(attested.documents as integer) as documents,
    cast(chosen.names as integer) as names,
    evidence.document_id,
    evidence.table_number,
    evidence.row_number,
    evidence.page,
    evidence.line
from chosen
inner join attested on chosen.function_code = attested.function_code and chosen.fiscal_year = attested.fiscal_year
inner join evidence
    on
        chosen.function_code = evidence.function_code
        and chosen.fiscal_year = evidence.fiscal_year
        and chosen.function_name = evidence.function_name
        and evidence.choice = 1
where chosen.choice = 1
order by chosen.function_code, edition
