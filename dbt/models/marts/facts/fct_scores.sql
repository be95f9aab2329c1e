with scores as (
    select *, coalesce(level_3_weight, level_2_weight, level_1_weight) as weight
    from ({{ owned(source('extracted', 'scores')) }}) as owned
)

select {{ contract_columns() }}
from scores
order by document_id, table_number, row_number
