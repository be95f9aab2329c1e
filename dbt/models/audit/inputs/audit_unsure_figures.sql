{#
    Figures of tables that no sum may lean on, and why: nobody can say that we know what they are. Two columns of a row
    have one label and one meaning, which in a summary makes the whole of it doubtful: blocks were taken for one another;
    so have two rows of a summary; a code has no level, a row no name; the table is not read to its end: a number of it,
    or the table behind it, has no meaning, or the rest of it stands there as a table of its own; two of its columns are
    in doubt, so that any may be another; most of its codes bear other names elsewhere; one body has several of its codes
    and totals twice, so that two bodies were taken for one.
#}
{% set one = 'document_id, table_number, organisation, fiscal_year, phase, side, fund, measure, project_name' %}
{% set row = one ~ ', row_number, code, row_label' %}
with counted as (
    select
        *,
        count(*) over (partition by {{ row }}) as columns_alike,
        count(item) over (partition by {{ one }}, item) as rows_alike,
        max(abs(amount_cny)) over (partition by {{ row }}) as largest_cny
    from {{ ref('audit_figures') }}
    where
        family in ('balance', 'income', 'expenditure', 'basic', 'operation', 'procurement', 'three_public')
        or statement_kind = 'budget_projects'
),

figures as (
    select
        *,
        max(case when columns_alike > 1 and largest_cny > 0 then 1 else 0 end)
            over (partition by document_id, table_number) as is_mixed_up
    from counted
),

{# A table that prints no total below another of its kind is the rest of that one. #}
tables as (
    select
        document_id,
        table_number,
        min(statement_kind) as statement_kind,
        max(case
            when item like '%grand_total' then 1
            when regexp_matches({{ comparable_name('row_label') }}, '{{ words('total_row') }}') then 1
            else 0
        end) as has_total
    from figures
    group by document_id, table_number
),

unread as (
    select document_id, table_number from {{ ref('fct_ledger') }} where disposition = 'unmapped'
),

unread_tables as (
    select document_id, table_number
    from unread
    union
    select unread.document_id, unread.table_number - 1 as table_number
    from unread
    left join {{ ref('fct_statement_lines') }} as lines
        on unread.document_id = lines.document_id and unread.table_number = lines.table_number
    where lines.document_id is null
    union
    select tables.document_id, tables.table_number
    from tables
    inner join tables as rests
        on
            tables.document_id = rests.document_id
            and tables.table_number = rests.table_number - 1
            and tables.statement_kind = rests.statement_kind
    where tables.has_total = 1 and rests.has_total = 0
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

tables_in_doubt as (
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
            select *, count(*) over (partition by {{ one }}, code) as rows_alike_by_code
            from figures
            where family = 'expenditure' and measure = 'total'
        ) as rows_counted
        group by document_id, table_number, organisation
    ) as bodies
    where codes_twice > 1 and totals > 1
    group by document_id, table_number
)

select ledger_id, 'two columns of one meaning' as reason
from figures
where (columns_alike > 1 and largest_cny > 0) or (family = 'balance' and is_mixed_up = 1)

union all

select ledger_id, 'two rows of one meaning' as reason
from figures
where rows_alike > 1 and code is null and family = 'balance'

union all

select ledger_id, 'a column of balances' as reason
from figures
where family = 'balance' and measure = 'amount' and regexp_matches(column_label, '{{ words('carried_over') }}')

union all

select ledger_id, 'a row of no name or level' as reason
from figures
where
    (code is not null and length(code) not in (3, 5, 7))
    or regexp_matches(coalesce(row_label, ''), '{{ words('no_name') }}')

union all

select figures.ledger_id, 'the table is not read to its end' as reason
from figures
inner join unread_tables
    on figures.document_id = unread_tables.document_id and figures.table_number = unread_tables.table_number

union all

select figures.ledger_id, tables_in_doubt.reason
from figures
inner join tables_in_doubt
    on figures.document_id = tables_in_doubt.document_id and figures.table_number = tables_in_doubt.table_number
