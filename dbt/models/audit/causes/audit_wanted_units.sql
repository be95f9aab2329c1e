{#
    Tables of which failed checks want every amount in another unit. One that prints no unit of its own and was taken to be
    in that of the others (`is_taken`) is a reading we could have made, and accuses nobody; of one that prints its unit it is
    the whole table that differs.
#}
with wanted as (
    select distinct figure_id as ledger_id
    from {{ ref('audit_demands') }}
    where
        bound = 0 and value <> 0
        and (
            abs(cast(value as double) * 10000 - demanded) <= tolerance
            or abs(cast(value as double) - demanded * 10000) <= tolerance * 10000
        )
),

amounts as (
    select
        lines.document_id,
        lines.table_number,
        abs(lines.amount_cny) as amount_cny,
        max(case when wanted.ledger_id is null then 0 else 1 end) as is_wanted,
        min(case when lines.unit_basis = 'sibling' then 1 else 0 end) as is_taken
    from {{ ref('fct_statement_lines') }} as lines
    left join wanted on lines.ledger_id = wanted.ledger_id
    where lines.amount_cny <> 0
    group by lines.document_id, lines.table_number, abs(lines.amount_cny)
)

select document_id, table_number, min(is_taken) = 1 as is_taken
from amounts
group by document_id, table_number
having max(is_wanted) = 1 and (min(is_wanted) = 1 or min(is_taken) = 1)
