{# One row per document with issues that bear on its sums: what it withholds as secret, tables of no known kind. #}
select
    document_id,
    max(case when code = 'withheld_secret' then 1 else 0 end) = 1 as is_secret,
    {{ numbers_in_one("case when code = 'unknown_statement' then table_number end") }} as unread_tables
from {{ source('extracted', 'issues') }}
where code in ('withheld_secret', 'unknown_statement')
group by document_id
