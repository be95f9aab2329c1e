{#
    Tables that nobody can be sure of, and why: two of its columns are in doubt, so that any may be another; most of its
    codes bear other names elsewhere; one body has several of its codes and totals twice, so that two bodies were taken
    for one; no row closes (opening + income = spent + closing), and its columns stand as in no table, as under a header
    read one column too far to the left.
#}
with figures as (
    select * from {{ ref('audit_figures') }} where {{ is_of_summed_statement() }}
),

{# Of the codes that other tables of the document print too, or the classification knows: do they bear their names there? #}
named as (
    select distinct document_id, table_number, code, {{ comparable_code_name('name_as_printed') }} as name_key
    from figures
    where classification = 'function' and code is not null and name_as_printed is not null
),

met as (
    select
        one.document_id,
        one.table_number,
        one.code,
        one.name_key,
        max(case when one.name_key = other.name_key then 1 else 0 end) as is_met
    from named as one
    inner join (
        select * from named
        union all
        select
            cast(null as string) as document_id,
            cast(null as integer) as table_number,
            function_code as code,
            {{ comparable_code_name('function_name') }} as name_key
        from {{ ref('function_codes') }}
    ) as other
        on
            one.code = other.code
            and coalesce(other.document_id, one.document_id) = one.document_id
            and one.table_number is distinct from other.table_number
    group by one.document_id, one.table_number, one.code, one.name_key
),

balances as (
    select
        document_id,
        table_number,
        row_number,
        max(abs(amount_cny)) as most,
        abs(sum(case when measure in ('opening', 'income') then amount_cny else -amount_cny end)) as left_over,
        max(case when measure = 'opening' then column_number end) as opening_at,
        max(case when measure = 'income' then column_number end) as income_at,
        max(case when measure = 'total' then column_number end) as total_at,
        max(case when measure = 'closing' then column_number end) as closing_at
    from {{ ref('audit_figures') }}
    where measure in ('opening', 'income', 'total', 'closing') and not is_comparative
    group by document_id, table_number, row_number
)

select document_id, table_number, 'most codes bear other names elsewhere' as reason
from met
group by document_id, table_number
having sum(1 - is_met) > 2 and sum(1 - is_met) > sum(is_met)

union all

select document_id, table_number, 'two columns are in doubt' as reason
from figures
where reading_status = 'doubtful'
group by document_id, table_number
having count(distinct column_number) > 1

union all

select document_id, table_number, 'two bodies were taken for one' as reason
from (
    select
        document_id,
        table_number,
        organisation,
        count(distinct case when code is not null and rows_alike_by_code > 1 then code end) as codes_twice,
        count(distinct case when code is null and item = 'total' then amount_cny end) as totals
    from (
        select *, count(*) over (partition by {{ columns_of_block() }}, code) as rows_alike_by_code
        from figures
        where family = 'expenditure' and measure = 'total'
    ) as rows_counted
    group by document_id, table_number, organisation
) as bodies
where codes_twice > 1 and totals > 1
group by document_id, table_number

union all

select document_id, table_number, 'no row closes and the columns stand in no known order' as reason
from balances
where most > 0 and total_at is not null
group by document_id, table_number
having
    min(case when left_over > 0.01 * most then 1 else 0 end) = 1
    and max(case
        when opening_at > income_at or income_at > total_at or total_at > closing_at or opening_at > closing_at then 1
        else 0
    end) = 1
